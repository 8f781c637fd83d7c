// @vitest-environment happy-dom
import { act, Component, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test } from 'vitest';
import { late } from './late';

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

class Boundary extends Component<{ readonly children: ReactNode }, { readonly message: string }> {
  override state = { message: '' };
  static getDerivedStateFromError = (error: unknown) => ({ message: String(error) });
  override render() {
    return this.state.message === '' ? this.props.children : <p>{this.state.message}</p>;
  }
}

function mount(element: ReactNode) {
  const place = document.createElement('div');
  const root = createRoot(place, { onCaughtError: () => undefined });
  act(() => root.render(element));
  return place;
}

test('shows nothing, then the component, and from then on at once', async () => {
  let fetches = 0;
  const Greeting = late<{ readonly name: string }>(async () => {
    fetches += 1;
    return ({ name }) => <p>Hello {name}</p>;
  });
  const place = mount(<Greeting name="Ann" />);
  expect(place.textContent).toBe('');
  await act(async () => undefined);
  expect(place.textContent).toBe('Hello Ann');
  expect(mount(<Greeting name="Bob" />).textContent).toBe('Hello Bob');
  expect(fetches).toBe(1);
});

test('what is shown many times at once is fetched once', async () => {
  let fetches = 0;
  const Part = late(async () => {
    fetches += 1;
    return () => <i>there</i>;
  });
  const place = mount([1, 2, 3].map((key) => <Part key={key} />));
  await act(async () => undefined);
  expect(place.textContent).toBe('theretherethere');
  expect(fetches).toBe(1);
});

test('a fetch that fails reaches the boundary and is tried again', async () => {
  let isOnline = false;
  const Part = late(async () => {
    if (!isOnline) throw new Error('offline');
    return () => <p>there</p>;
  });
  const broken = mount(
    <Boundary>
      <Part />
    </Boundary>,
  );
  await act(async () => undefined);
  expect(broken.textContent).toContain('offline');
  isOnline = true;
  const again = mount(<Part />);
  await act(async () => undefined);
  expect(again.textContent).toBe('there');
});
