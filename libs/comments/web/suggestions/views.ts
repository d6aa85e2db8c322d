/** How a text is read: as it stands, with suggestions marked, or as if all of them were accepted. */
export const views = ['text', 'marks', 'accepted'] as const;
export type View = (typeof views)[number];

const prefix = 'plenary.suggestions-view.';

/** How this person reads texts on this device. */
export function chosenView(personId: string): View {
  try {
    const kept = localStorage.getItem(prefix + personId);
    return views.find((view) => view === kept) ?? 'text';
  } catch {
    return 'text'; // storage is forbidden
  }
}

export function keepView(personId: string, view: View): void {
  try {
    localStorage.setItem(prefix + personId, view);
  } catch {
    // As above: it holds for this page.
  }
}
