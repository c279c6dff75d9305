import { defaultAppearance, palette, white } from '../appearance.js';
import { unreadCount } from '../state.js';
import { Launcher } from './launcher.js';
import { Panel, type PanelProps } from './panel.js';

interface Props extends PanelProps {
  toggle: () => void;
}

/** Panel and launcher in the shop's two colours, on the shop's side: "right" is where lines end, so left in Arabic. */
export function Chat({ toggle, ...panel }: Props) {
  const { state, t } = panel;
  const appearance = state.inbox?.appearance ?? defaultAppearance;
  const left = (appearance.position === 'left') !== (t.dir === 'rtl');
  const colours = palette(appearance);
  const variables = Object.entries(colours).map(([name, colour]) => [`--${name}`, colour]);
  return (
    <div
      class={left ? 'widget left' : 'widget'}
      lang={t.locale}
      dir={t.dir}
      // Never a string: a page's content security policy may forbid style attributes, but not this.
      style={{
        ...(Object.fromEntries(variables) as Record<string, string>),
        colorScheme: colours.text === white ? 'dark' : 'light',
      }}
    >
      {state.open ? <Panel {...panel} /> : null}
      <Launcher open={state.open} unread={unreadCount(state)} appearance={appearance} t={t} toggle={toggle} />
    </div>
  );
}
