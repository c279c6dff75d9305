import type { MacroAction } from '#contracts';
import { Plus, X } from 'lucide-react';
import { useColleagues, useTeams } from '../colleagues/queries.js';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { useLabels } from '../organise/labels.js';
import { priorities } from '../organise/priorities.js';
import { macroActionTypes } from './macro-words.js';
import { t } from '../language/t.js';

const atMost = 5;

/** What an action can be about, each by name. */
interface Targets {
  labels: Named[];
  teams: Named[];
  agents: Named[];
}
type Named = { id: string; name: string };

const needs: Partial<Record<MacroAction['type'], keyof Targets>> = {
  ...{ add_label: 'labels', transfer_to_team: 'teams', transfer_to_agent: 'agents' },
};

function fresh(type: MacroAction['type'], { labels, teams, agents }: Targets): MacroAction {
  switch (type) {
    case 'add_label':
      return { type, labelId: labels[0]?.id ?? '' };
    case 'set_priority':
      return { type, priority: 'high' };
    case 'snooze':
      return { type, hours: 24 };
    case 'transfer_to_team':
      return { type, teamId: teams[0]?.id ?? '' };
    case 'transfer_to_agent':
      return { type, agentId: agents[0]?.id ?? '' };
    case 'resolve':
      return { type };
  }
}

/** What happens once the text is sent, in this order. */
export function MacroActions({
  actions,
  onChange,
}: {
  actions: MacroAction[];
  onChange: (actions: MacroAction[]) => void;
}) {
  const targets: Targets = {
    labels: useLabels().data ?? [],
    teams: useTeams().data ?? [],
    agents: useColleagues().data ?? [],
  };
  const types = macroActionTypes.filter(({ value }) => {
    const needed = needs[value];
    return needed === undefined || targets[needed].length > 0;
  });
  const replace = (index: number, action: MacroAction) => onChange(actions.with(index, action));
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-compact font-medium">{t('Then')}</legend>
      {actions.map((action, index) => (
        <div key={index} className="flex items-center gap-2">
          <Select
            label={t('Action {index}', { index: index + 1 })}
            value={action.type}
            onChange={(type) => replace(index, fresh(type, targets))}
            options={types}
            className="flex-1"
          />
          {action.type === 'add_label' && (
            <Target
              label={t('Label')}
              value={action.labelId}
              onChange={(labelId) => replace(index, { ...action, labelId })}
              named={targets.labels}
            />
          )}
          {action.type === 'transfer_to_team' && (
            <Target
              label={t('Team')}
              value={action.teamId}
              onChange={(teamId) => replace(index, { ...action, teamId })}
              named={targets.teams}
            />
          )}
          {action.type === 'transfer_to_agent' && (
            <Target
              label={t('Agent')}
              value={action.agentId}
              onChange={(agentId) => replace(index, { ...action, agentId })}
              named={targets.agents}
            />
          )}
          {action.type === 'set_priority' && (
            <Select
              label={t('Priority')}
              value={action.priority}
              onChange={(priority) => replace(index, { ...action, priority })}
              options={priorities}
              className="w-32"
            />
          )}
          {action.type === 'snooze' && (
            <label className="flex items-center gap-2 text-compact text-muted">
              {t('Hours')}
              <input
                type="number"
                min={1}
                max={720}
                required
                value={Number.isNaN(action.hours) ? '' : action.hours}
                onChange={(event) => replace(index, { ...action, hours: event.target.valueAsNumber })}
                className={`${fieldClass} figures w-20!`}
              />
            </label>
          )}
          <IconButton
            label={t('Remove action {index}', { index: index + 1 })}
            onClick={() => onChange(actions.filter((_, place) => place !== index))}
          >
            <X size={15} aria-hidden />
          </IconButton>
        </div>
      ))}
      {actions.length < atMost && (
        <Button small onClick={() => onChange([...actions, fresh('set_priority', targets)])}>
          <Plus size={13} aria-hidden /> {t('Add an action')}
        </Button>
      )}
      {actions.length === 0 && <p className="text-xs text-muted">{t('Nothing more: it is a text alone.')}</p>}
    </fieldset>
  );
}

function Target({
  named,
  ...select
}: {
  label: string;
  value: string;
  onChange: (id: string) => void;
  named: readonly Named[];
}) {
  return <Select {...select} options={named.map(({ id, name }) => ({ value: id, label: name }))} className="w-40" />;
}
