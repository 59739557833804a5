import { h } from '../shared/dom.js';

const BLOCKS = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  rule: 'hr',
  panel: 'blockquote',
  taskList: 'ul',
  taskItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};
const MARKS = { strong: 'strong', em: 'em', code: 'code', strike: 's', underline: 'u' };

/**
 * Atlassian Document Format as elements, for reading. A node this page does not know is shown by its
 * content, so that no text of a document is ever hidden.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adf(node) {
  const inside = () => (node.content ?? []).map(adf);
  if (node.type === 'text') return (node.marks ?? []).reduce(marked, document.createTextNode(node.text));
  if (node.type === 'hardBreak') return h('br');
  if (node.type === 'heading') return h(`h${Math.min(node.attrs?.level ?? 3, 3)}`, {}, inside());
  if (node.type === 'codeBlock') return h('pre', {}, h('code', {}, inside()));
  if (node.type === 'inlineCard') return link(node.attrs?.url, node.attrs?.url ?? '');
  if (node.type === 'mention' || node.type === 'emoji')
    return document.createTextNode(node.attrs?.text ?? node.attrs?.shortName ?? '');
  return h(BLOCKS[node.type] ?? 'div', node.type === 'doc' ? { class: 'prose' } : {}, inside());
}

function marked(inner, mark) {
  if (mark.type === 'link') return link(mark.attrs?.href, inner);
  return MARKS[mark.type] ? h(MARKS[mark.type], {}, inner) : inner;
}

function link(href, inner) {
  return /^https?:\/\//.test(href ?? '') ? h('a', { href, rel: 'noreferrer' }, inner) : h('span', {}, inner);
}

/** The plain text of a document, a blank line between blocks and "- " before a list's items. */
export function plainText(node) {
  if (!node) return '';
  if (node.type === 'text') return node.text;
  if (node.type === 'hardBreak') return '\n';
  const parts = (node.content ?? []).map(plainText);
  if (node.type === 'doc') return parts.join('\n\n');
  if (node.type === 'bulletList') return parts.map((item) => `- ${item}`).join('\n');
  if (node.type === 'orderedList') return parts.map((item, i) => `${i + 1}. ${item}`).join('\n');
  return parts.join('');
}

/** A document from plain text: paragraphs, and bullet lists from lines that begin with "- ". */
export function fromPlainText(text) {
  const blocks = text
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean);
  return { type: 'doc', version: 1, content: blocks.map(block) };
}

function block(text) {
  const lines = text.split('\n');
  if (!lines.every((line) => /^[-*] \S/.test(line))) return paragraph(lines);
  return {
    type: 'bulletList',
    content: lines.map((line) => ({ type: 'listItem', content: [paragraph([line.slice(2)])] })),
  };
}

function paragraph(lines) {
  const content = lines.flatMap((line, i) => [
    ...(i ? [{ type: 'hardBreak' }] : []),
    ...(line ? [{ type: 'text', text: line }] : []),
  ]);
  return { type: 'paragraph', content };
}
