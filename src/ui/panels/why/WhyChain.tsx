import { useContext } from 'react';
import type { WhyLink, WhyReport } from '#engine/runtime/whyWaiting';
import { hasText } from '#ui/i18n/catalogue';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatCount } from '#ui/look/format';
import { EventLink } from './EventLink';
import { LinkedText } from './LinkedText';
import { NodeLink } from './NodeLink';
import styles from './why.module.css';

/** Why something waits, as one sentence: a part for each link of the chain, with names that lead there. */
export function WhyChain({ report }: { readonly report: WhyReport }) {
  const t = useText();
  return (
    <>
      {report.links.map((link, index) => (
        // A chain has no other order than its own.
        <span key={index}>
          <Part link={link} />
          {index < report.links.length - 1 ? t('why.joint') : t('why.end')}
        </span>
      ))}
      {report.isDeadlock && <strong className={styles['deadlock']}> {t('why.deadlock')}</strong>}
    </>
  );
}

function Part({ link }: { readonly link: WhyLink }) {
  const language = useContext(LanguageContext);
  const { code, node, on, event, untilUs, count, of } = link;
  const open = `why.wait.${code}.open`;
  const text = untilUs === null && hasText(open) ? open : (`why.wait.${code}` as const);
  return (
    <LinkedText
      text={text}
      values={{
        node: <NodeLink node={node} />,
        on: <NodeLinks nodes={on} />,
        event: event === null ? '' : <EventLink token={event} />,
        until: untilUs === null ? '–' : formatClock(untilUs, language),
        count: formatCount(count, language),
        of: formatCount(of, language),
      }}
    />
  );
}

function NodeLinks({ nodes }: { readonly nodes: readonly number[] }) {
  const t = useText();
  return nodes.map((node, index) => (
    <span key={node}>
      {index > 0 && t('canvas.comma')}
      <NodeLink node={node} />
    </span>
  ));
}
