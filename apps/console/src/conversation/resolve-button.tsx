import type { ConversationItem, RankedIntent } from '#contracts';
import { Check, ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { attempt, useClient } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Hint, Key } from '../ui/hint.js';
import { menuClass } from '../ui/menu.js';
import { titleOf, useIntents } from './intents.js';
import { ResolvePicker, type Label } from './resolve-picker.js';

/** The closing act is the label: one click confirms the predicted intent, the menu beside it corrects it. */
export function ResolveButton({
  item,
  top,
  candidates,
  open,
  onOpenChange,
}: {
  item: ConversationItem;
  top: RankedIntent | null;
  candidates: RankedIntent[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const client = useClient();
  const intents = useIntents();
  const resolve = (label: Label) => {
    onOpenChange(false);
    const said = label.outOfScope
      ? 'Resolved as out of scope.'
      : label.intent
        ? `Resolved as “${titleOf(intents.data, label.intent)}”.`
        : 'Resolved without a label.';
    void attempt(client.resolve(item, label.intent, label.outOfScope), said);
  };
  return (
    <div className="flex">
      {top && (
        <Hint text="Resolve and confirm this intent: one click, and the bot learns from it.">
          <Button
            tone="primary"
            className="max-w-60 rounded-r-none"
            onClick={() => resolve({ intent: top.intent, outOfScope: false })}
          >
            <Check size={15} className="shrink-0" aria-hidden />
            <span className="truncate">Resolve: {titleOf(intents.data, top.intent)}</span>
          </Button>
        </Hint>
      )}
      <Popover.Root open={open} onOpenChange={onOpenChange}>
        <Popover.Trigger asChild>
          {top ? (
            <Button
              tone="primary"
              className="rounded-l-none border-l border-on-accent/30 px-1.5"
              aria-label="Resolve with another intent"
            >
              <ChevronDown size={16} aria-hidden />
            </Button>
          ) : (
            <Button tone="primary">
              Resolve <Key>e</Key>
            </Button>
          )}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={6}
            collisionPadding={12}
            className={`${menuClass} w-84`}
            aria-label="Resolve with an intent"
          >
            <ResolvePicker intents={intents.data} failed={intents.isError} candidates={candidates} onPick={resolve} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
