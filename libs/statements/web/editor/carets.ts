import type { CaretLooks } from '@plenary/ground/web/editor';

interface CaretUser {
  readonly name: string;
  readonly organisation: string | null;
  readonly color: string;
}

/** The nearest carets of others, each with name and organisation while it moves; calm with 200 people in the text. */
export const caretLooks: CaretLooks<CaretUser> = {
  most: 6,

  caret(user, rests) {
    const mark = document.createElement('span');
    mark.toggleAttribute('data-rests', rests);
    mark.className = 'caret';
    mark.style.setProperty('--caret', user.color);
    mark.setAttribute('aria-hidden', 'true');
    const name = document.createElement('span');
    name.className = 'caret-name';
    name.dir = 'auto';
    name.textContent = user.organisation ? `${user.name}, ${user.organisation}` : user.name;
    mark.append(name);
    return mark;
  },

  selection: (user) => ({ class: 'caret-selection', style: `--caret: ${user.color}` }),
};
