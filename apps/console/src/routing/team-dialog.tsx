import type { RoutingView, TeamSettings, TeamView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Confirm, Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { policies } from './policy-words.js';
import { useRemoveTeam, useSaveTeam } from './queries.js';
import { t } from '../language/t.js';

/** A new team, or one that is changed or removed. */
export function TeamDialog({
  team,
  people,
  onClose,
}: {
  team: TeamView | null;
  people: RoutingView['people'];
  onClose: () => void;
}) {
  const save = useSaveTeam(team?.id ?? null);
  const remove = useRemoveTeam();
  const { name = '', policy = 'round_robin', memberIds = [] } = team ?? {};
  const [form, setForm] = useState<TeamSettings>({ name, policy, memberIds });
  const [removing, setRemoving] = useState(false);
  const turn = (id: string, on: boolean) =>
    setForm({ ...form, memberIds: on ? [...form.memberIds, id] : form.memberIds.filter((one) => one !== id) });
  const done = (words: string) => {
    say('good', words);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, { onSuccess: () => done(t('The team is saved.')) });
  };
  return (
    <Sheet open onOpenChange={onClose} title={team ? t('Team {name}', { name: team.name }) : t('New team')}>
      <form onSubmit={submit} className="space-y-4">
        <FieldRow label={t('Name')} htmlFor="team-name">
          <input
            id="team-name"
            required
            maxLength={100}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
            className={fieldClass}
          />
        </FieldRow>
        <fieldset>
          <legend className="mb-1 text-compact font-medium">{t('Who is asked')}</legend>
          <Choice
            label={t('Who is asked')}
            value={form.policy}
            onChange={(chosen) => setForm({ ...form, policy: chosen })}
            options={policies}
          />
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-compact font-medium">{t('Members')}</legend>
          <ul className="max-h-56 overflow-y-auto rounded-lg border border-line">
            {people.map((person) => (
              <li key={person.id}>
                <label className="flex cursor-pointer items-center gap-2.5 px-3 py-2 text-compact hover:bg-hover">
                  <input
                    type="checkbox"
                    checked={form.memberIds.includes(person.id)}
                    onChange={(event) => turn(person.id, event.target.checked)}
                  />
                  <bdi className="flex-1">{person.name}</bdi>
                  {!person.takesChats && <span className="text-xs text-muted">{t('takes no chats')}</span>}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Problem error={save.error ?? remove.error} />
        {team && (
          <Confirm
            danger
            open={removing}
            onOpenChange={setRemoving}
            title={t('Remove {name}?', { name: team.name })}
            action={t('Remove')}
            onConfirm={() =>
              remove.mutate(team.id, { onSuccess: () => done(t('The team is gone; what waited for it is anybody’s.')) })
            }
          >
            {t('Its rules go with it, and what waits for it is anybody’s. Its members stay as they are.')}
          </Confirm>
        )}
        <div className="flex justify-between gap-2">
          {team ? (
            <Button tone="danger" disabled={remove.isPending} onClick={() => setRemoving(true)}>
              {t('Remove team')}
            </Button>
          ) : (
            <span />
          )}
          <SubmitButton pending={save.isPending} doing={t('Saving…')}>
            {t('Save')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
