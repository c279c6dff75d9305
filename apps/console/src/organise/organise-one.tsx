import type { ConversationItem } from '#contracts';
import { useState } from 'react';
import { useSelection } from '../inbox/selection.js';
import { OrganiseBar, type OrganiseMenu } from './organise-bar.js';

/** For the conversation on the screen; its keys rest while rows of the list are chosen. */
export function OrganiseOne({ item }: { item: ConversationItem }) {
  const [menu, setMenu] = useState<OrganiseMenu | null>(null);
  const choosing = useSelection().length > 0;
  return <OrganiseBar items={[item]} keys={!choosing} open={menu} onOpen={setMenu} />;
}
