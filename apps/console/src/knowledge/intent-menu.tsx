import type { IntentRow } from '#contracts';
import { GitMerge, GitFork, MoreHorizontal, Pencil, Trash2, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { menuClass, menuItemClass, menuLineClass } from '../ui/menu.js';
import { EditIntentDialog } from './edit-intent-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { useDeleteIntent } from './queries.js';
import { SplitDialog } from './split-dialog.js';
import { t } from '../language/t.js';

type Task = 'edit' | 'merge' | 'split' | 'delete';

/** What is done to an intent as a whole. */
export function IntentMenu({ intent, open }: { intent: IntentRow; open: (id: string | null) => void }) {
  const [task, setTask] = useState<Task | null>(null);
  const remove = useDeleteIntent();
  const close = () => setTask(null);
  const confirmDelete = async () => {
    if (await attempt(remove.mutateAsync(intent.id), t('“{title}” is deleted.', { title: intent.title }))) open(null);
  };
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button>
            <MoreHorizontal size={15} aria-hidden /> {t('Change')}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={menuClass}>
            <Item icon={Pencil} onSelect={() => setTask('edit')}>
              {t('Title and description')}
            </Item>
            <Item icon={GitMerge} onSelect={() => setTask('merge')}>
              {t('Merge into another')}
            </Item>
            <Item icon={GitFork} onSelect={() => setTask('split')}>
              {t('Split')}
            </Item>
            <DropdownMenu.Separator className={menuLineClass} />
            <Item icon={Trash2} onSelect={() => setTask('delete')}>
              {t('Delete')}
            </Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {task === 'edit' && <EditIntentDialog intent={intent} close={close} />}
      {task === 'merge' && <MergeDialog intent={intent} close={close} onMerged={open} />}
      {task === 'split' && <SplitDialog intent={intent} close={close} onSplit={open} />}
      <Confirm
        open={task === 'delete'}
        onOpenChange={(asked) => asked || close()}
        title={t('Delete “{title}”?', { title: intent.title })}
        action={t('Delete')}
        danger
        onConfirm={() => void confirmDelete()}
      >
        {t('Its {count} training rows and all versions of its answers go too.', { count: intent.nExamples })}{' '}
        {t(
          'Customers who ask for it reach people from now on. To keep the rows, merge it into another intent instead.',
        )}
      </Confirm>
    </>
  );
}

function Item({ icon: Icon, onSelect, children }: { icon: LucideIcon; onSelect: () => void; children: string }) {
  return (
    <DropdownMenu.Item className={menuItemClass} onSelect={onSelect}>
      <Icon size={15} className="text-muted" aria-hidden /> {children}
    </DropdownMenu.Item>
  );
}
