import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { menuButton } from '../../shared/menu.js';
import { updateIssue } from '../changes.js';
import { statesOf } from '../queries.js';
import { stateMark } from './marks.js';

/** The issue's workflow state, changed from a menu. */
export function state(now, { id, teamId, refresh }) {
  return [
    h('h2', { class: 'property-name' }, 'Status'),
    menuButton({
      name: 'Change status',
      label: stateMark(now, true),
      className: 'button subtle property-button',
      key: 'state',
      choices: async () =>
        (await statesOf(teamId)).map((each) => ({
          label: each.name,
          mark: stateMark(each),
          checked: each.id === now.id,
          run: () =>
            attempt('change the status', async () => {
              await updateIssue(id, { stateId: each.id });
              await refresh();
            }),
        })),
    }),
  ];
}
