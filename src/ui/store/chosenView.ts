import { create } from 'zustand';

interface ChosenView {
  /** The view of the automaton tab that was chosen last, for every node that has it; empty while nobody has chosen. */
  readonly view: string;
  /** Which of several automata that view shows, by its id; empty for the first. */
  readonly part: string;
}

export const useChosenView = create<ChosenView>()(() => ({ view: '', part: '' }));

/** Shows a view of the automaton tab by its id, for the selected node and the next ones. */
export function chooseView(view: string, part = ''): void {
  useChosenView.setState({ view, part });
}
