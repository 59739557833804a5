import { h } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { menuButton } from '../../shared/menu.js';
import { addLabel, removeLabel, switchLabel } from '../changes.js';
import { labelsFor } from '../queries.js';
import { dot, labelMark } from './marks.js';

/** The labels: each taken off by its cross, others put on from a menu ordered by label group. */
export function labels(now, context) {
  return [
    h('h2', { class: 'property-name' }, 'Labels'),
    h(
      'div',
      { class: 'tags', 'data-labels': '' },
      now.map((label) => labelMark(label, removal(label, context))),
      menuButton({
        name: 'Change labels',
        label: now.length ? '+' : '+ Add label',
        className: 'button subtle property-button',
        key: 'labels',
        empty: 'This team has no labels',
        choices: () => choices(now, context),
      }),
    ),
  ];
}

function removal(label, context) {
  return h(
    'button',
    {
      type: 'button',
      class: 'tag-remove',
      'aria-label': `Remove label ${label.name}`,
      'data-key': `label-${label.id}`,
      onclick: () => change(`remove the label ${label.name}`, context, () => removeLabel(context.id, label.id)),
    },
    '×',
  );
}

async function choices(now, context) {
  const known = await labelsFor(context.teamId);
  const single = known.filter((label) => !label.isGroup && !label.parent);
  const groups = known.filter((label) => label.isGroup);
  return [
    ...groups.flatMap((group) => [
      { heading: group.name },
      ...known.filter((label) => label.parent?.id === group.id).map((label) => row(label, now, context)),
    ]),
    ...(single.length && groups.length ? [{ heading: 'Labels' }] : []),
    ...single.map((label) => row(label, now, context)),
  ];
}

function row(label, now, context) {
  const checked = now.some((each) => each.id === label.id);
  const rival = label.parent && now.find((each) => each.parent?.id === label.parent.id && each.id !== label.id);
  const act = () => {
    if (checked) return removeLabel(context.id, label.id);
    return rival ? switchLabel(context.id, rival.id, label.id) : addLabel(context.id, label.id);
  };
  return {
    label: label.name,
    mark: dot(label.color),
    checked,
    run: () => change(`change the label ${label.name}`, context, act),
  };
}

function change(what, { refresh }, act) {
  return attempt(what, async () => {
    await act();
    await refresh();
  });
}
