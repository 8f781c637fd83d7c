import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useMemo } from 'react';
import { faultText } from '../inspector/faultText';
import { deedText } from './deedText';
import type { Mark } from './Mark';

/** What a mark is called, and what it does, in the language of the page. */
export interface MarkWords {
  /** Its own name, or what it does. */
  readonly nameOf: (mark: Mark) => string;
  readonly whatOf: (mark: Mark) => string;
}

export function useMarkWords(): MarkWords {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  return useMemo(() => {
    const byId = new Map(doc.interventions.map((one) => [one.id, one]));
    const faults = new Map(doc.faults.map((one) => [one.id, one]));
    const whatOf = ({ of, id }: Mark): string => {
      if (of === 'fault') return faultText(t, faults.get(id)?.settings ?? {}, doc.nodes);
      const intervention = byId.get(id);
      return intervention === undefined ? '' : deedText(intervention.action, doc, t);
    };
    return { whatOf, nameOf: (mark) => (mark.name === '' ? whatOf(mark) : mark.name) };
  }, [t, doc]);
}
