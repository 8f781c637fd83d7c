import { useEffect, useState, type ComponentType } from 'react';

type Load<P extends object> = () => Promise<ComponentType<P>>;

let held: Promise<unknown> = Promise.resolve();

/** Puts off fetching parts, also those that are shown already: what is waited for needs the line for itself. */
export function holdParts(until: Promise<unknown>): void {
  held = until.catch(() => undefined);
}

/**
 * A component that is fetched when it is first shown. Unlike `lazy` with `Suspense`, whose last step React puts off
 * for as long as something else changes with every picture, it appears also while a run is playing. A fetch that
 * fails is thrown to the nearest boundary and tried again when that shows the component anew.
 */
export function late<P extends object>(load: Load<P>): ComponentType<P> {
  let kept: ComponentType<P> | null = null;
  // One for all: a component may be shown a thousand times at once.
  let coming: Promise<ComponentType<P>> | null = null;
  return function Late(props: P) {
    const [Body, setBody] = useState<ComponentType<P> | null>(() => kept);
    const [failure, setFailure] = useState<unknown>(null);
    useEffect(() => {
      if (Body !== null) return undefined;
      let isMounted = true;
      const fetchBody = async () => {
        try {
          coming ??= held.then(load);
          const body = await coming;
          kept = body;
          if (isMounted) setBody(() => body);
        } catch (error) {
          coming = null;
          if (isMounted) setFailure(error ?? new Error('The part could not be fetched.'));
        }
      };
      void fetchBody();
      return () => {
        isMounted = false;
      };
    }, [Body]);
    if (failure !== null) throw failure;
    return Body === null ? null : <Body {...props} />;
  };
}
