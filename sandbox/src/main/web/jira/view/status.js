import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { menuButton } from '../../shared/menu.js';
import { api } from '../rest.js';
import { statusLozenge } from './marks.js';

/** The status; whoever may moves the issue through its workflow from here. */
export function statusMenu(status, { key, may, refresh }) {
  if (!may.TRANSITION_ISSUES) return statusLozenge(status);
  const look = { new: 'new', done: 'done' }[status.statusCategory?.key] ?? 'moving';
  return menuButton({
    name: 'Change status',
    label: h('span', {}, status.name, ' ▾'),
    className: `button status-button ${look}`,
    key: 'status',
    empty: 'No transition leads on from here',
    choices: async () =>
      (await api.get(`/issue/${key}/transitions`)).transitions.map((transition) => ({
        label: transition.name,
        mark: statusLozenge(transition.to),
        run: () =>
          attempt('change the status', async () => {
            await api.post(`/issue/${key}/transitions`, { transition: { id: transition.id } });
            await refresh();
          }),
      })),
  });
}
