import { h } from '../../shared/dom.js';
import { ago } from '../../shared/time.js';
import { labelsField } from './labels.js';
import { personMark } from './marks.js';

/** The right column's box of fields. */
export function details(fields, context) {
  return [
    h('h2', { class: 'details-title' }, 'Details'),
    h(
      'dl',
      {},
      pair('Labels', labelsField(fields.labels, context)),
      pair('Assignee', personMark(fields.assignee, 'Unassigned')),
      pair('Reporter', personMark(fields.reporter, 'Anonymous')),
      fields.priority && pair('Priority', fields.priority.name),
      pair('Type', fields.issuetype.name),
    ),
    h('p', { class: 'quiet dates' }, 'Created ', ago(fields.created)),
    h('p', { class: 'quiet dates' }, 'Updated ', ago(fields.updated)),
  ];
}

function pair(name, value) {
  return h('div', { class: 'pair' }, h('dt', {}, name), h('dd', {}, value));
}
