import { h } from './dom.js';
import { attempt } from './flags.js';
import { menuButton } from './menu.js';

/** Everybody who may sign in here: `{id, name, role}`. The sandbox asks no password. */
export async function people() {
  return (await json('/sandbox/people')).map((person) => ({
    id: person.accountId ?? person.userId ?? person.id,
    name: person.displayName ?? person.name,
    role: (person.role ?? (person.admin ? 'Admin' : '')).toLowerCase(),
  }));
}

/** Who this browser is signed in as, or null. */
export async function me(everybody) {
  const session = await json('/sandbox/session');
  const id = session.accountId ?? session.userId ?? null;
  return everybody.find((person) => person.id === id) ?? null;
}

/** The header's button with the signed-in person, to become somebody else. */
export function personSwitch(person, everybody, idName) {
  return menuButton({
    name: 'Switch person, signed in as',
    className: 'button subtle person',
    label: h('span', {}, avatar(person.name), person.name),
    choices: () =>
      everybody.map((other) => ({
        label: other.name,
        hint: other.role,
        mark: avatar(other.name),
        checked: other.id === person.id,
        run: () => become(other, idName),
      })),
  });
}

/** The whole page of somebody who is not signed in yet. */
export function signIn(product, everybody, idName) {
  return h(
    'main',
    { class: 'sign-in' },
    h('h1', {}, `Sign in to ${product}`),
    h('p', {}, 'This is a stand-in on your own machine: choose who you are, no password is asked.'),
    h(
      'ul',
      {},
      everybody.map((person) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'button person-card', onclick: () => become(person, idName) },
            avatar(person.name),
            h('strong', {}, person.name),
            h('small', {}, person.role),
          ),
        ),
      ),
    ),
  );
}

/** A round mark with the person's initials, its colour derived from the name. */
export function avatar(name) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 5, 7);
  return h('span', { class: `avatar tint-${hue}`, 'aria-hidden': 'true' }, initials);
}

async function become(person, idName) {
  await attempt(`sign in as ${person.name}`, async () => {
    await json('/sandbox/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [idName]: person.id }),
    });
    location.reload();
  });
}

async function json(path, init) {
  const response = await fetch(path, { cache: 'no-store', ...init });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}. Is it still running?`);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}
