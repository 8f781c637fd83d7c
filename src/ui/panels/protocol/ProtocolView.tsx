import { useContext, useMemo } from 'react';
import type { KeyReport } from '#engine/model/KeyReport';
import type { Protocol } from '#engine/model/FlowDoc';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import type { FollowedKey, ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatClock, formatCount } from '#ui/look/format';
import { chooseView, useChosenView } from '#ui/store/chosenView';
import { useDocument } from '#ui/store/documentStore';
import { goToStep } from '#ui/store/goToStep';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { KeyChoice } from '../automaton/KeyChoice';
import { useKeys } from '../automaton/useKeys';
import type { AutomatonViewProps } from '../automaton/views/AutomatonView';
import { GraphView } from '../graph/GraphView';
import controls from '../inspector/control.module.css';
import styles from './protocol.module.css';
import { protocolPicture } from './protocolPicture';

/** The protocols of a bus as they run: one at a time. */
export function ProtocolView({ node }: AutomatonViewProps) {
  const t = useText();
  const protocols = useDocument((state) => state.doc.protocols);
  const own = protocols.filter(({ settings }) => settings['bus'] === node.id);
  const chosen = useChosenView((state) => state.part);
  const protocol = own.find(({ id }) => id === chosen) ?? own[0];
  if (protocol === undefined) return null;
  return (
    <>
      {own.length > 1 && (
        <div className={styles['pad']}>
          <select
            className={controls['select']}
            aria-label={t('protocol.choose.which')}
            value={protocol.id}
            onChange={({ target }) => chooseView('protocol', target.value)}
          >
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <OneProtocol key={protocol.id} node={node} protocol={protocol} />
    </>
  );
}

/** Its automaton with a token for each key, how many stand how, and who waits. */
function OneProtocol({ node, protocol }: AutomatonViewProps & { readonly protocol: Protocol }) {
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const { automaton, unsound } = useMemo(() => compileProtocol(protocol, types), [protocol, types]);
  const index = useRun((state) => state.doc.nodes.findIndex(({ id }) => id === node.id));
  const step = useRun((state) => state.playhead.step);
  const { value: reports } = useRunAnswer('protocols', index < 0 ? null : [index, { step }]);
  const report = reports?.find(({ id }) => id === protocol.id) ?? null;
  const choice = useKeys(node.id, protocol.id);
  const chosen = choice.report === null ? null : followedIn(choice.report);
  const picture = useMemo(() => {
    if (automaton === null) return null;
    const now = { keys: report?.keys ?? none, counts: report?.tokens ?? none, chosen };
    return protocolPicture(automaton, now, (key) => nameOf(key, t));
  }, [automaton, report, chosen, t]);
  return (
    <>
      {picture === null ? (
        <p className={styles['pad']}>
          {t(unsound === 'too-large' ? 'protocol.tooLarge' : 'protocol.incomplete')}
        </p>
      ) : (
        <GraphView
          picture={picture}
          label={t('protocol.drawn.label', { name: protocol.name })}
          legend={t('protocol.noArrow')}
        />
      )}
      {report !== null && <Counts report={report} />}
      {automaton !== null && protocol.settings['instances'] !== 'all' && (
        <section className={styles['pad']} aria-label={t('protocol.oneKey')}>
          <KeyChoice {...choice} />
          <OneKey followed={chosen ?? none} />
        </section>
      )}
      {report !== null && <Keys report={report} />}
    </>
  );
}

const none: readonly never[] = [];

/** Of a protocol that is what is told of a key: each group follows it for itself. */
function followedIn({ question, detail }: KeyReport): readonly FollowedKey[] | null {
  if (question.key === null) return null;
  return Array.isArray(detail) ? (detail as readonly FollowedKey[]) : none;
}

/** How the chosen key stands. */
function OneKey({ followed }: { readonly followed: readonly FollowedKey[] }) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <output className={styles['said']}>
      {followed
        .map((one) => {
          const time = formatClock(one.sinceUs, language);
          const values = { key: nameOf(one, t), state: one.state, time };
          if (one.standing === 'violated') return t('protocol.brokenKey', values);
          return t('protocol.stands', { ...values, how: t(`protocol.${one.standing}`) });
        })
        .join(' · ')}
    </output>
  );
}

const mostShown = 100;

function nameOf({ key, group }: FollowedKey, t: Translate): string {
  const name = key === '' ? t('protocol.all') : key;
  return group === '' ? name : t('protocol.keyOf', { key: name, group });
}

function Counts({ report: { standings, missed } }: { readonly report: ProtocolReport }) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <section className={styles['pad']} aria-label={t('protocol.counts')}>
      <dl className={styles['counts']}>
        {(['accepting', 'pending', 'satisfied', 'violated'] as const).map((standing) => (
          <div
            key={standing}
            data-tone={standing === 'violated' && standings.violated > 0 ? 'danger' : undefined}
          >
            <dt>{t(`protocol.${standing}`)}</dt>
            <dd>{formatCount(standings[standing], language)}</dd>
          </div>
        ))}
      </dl>
      {missed > 0 && (
        <p className={styles['said']}>
          {t(standings.violated > 0 ? 'protocol.missedBroken' : 'protocol.missed', {
            n: formatCount(missed, language),
          })}
        </p>
      )}
    </section>
  );
}

function Keys({ report: { keys, name } }: { readonly report: ProtocolReport }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const urgent = keys.filter(({ standing }) => standing === 'pending' || standing === 'violated');
  return (
    <section className={styles['pad']} aria-label={t('protocol.keys')}>
      <h3 className={styles['title']}>{t('protocol.keys')}</h3>
      {urgent.length === 0 && <p className={styles['quiet']}>{t('protocol.keysNone')}</p>}
      <ul className={styles['keys']}>
        {urgent.slice(0, mostShown).map((one) => {
          const time = formatClock(one.sinceUs, language);
          const values = { key: nameOf(one, t), state: one.state, time };
          const isBroken = one.standing === 'violated';
          return (
            <li key={`${one.group}:${one.key}`} className={styles['key']} data-standing={one.standing}>
              <span>{t(isBroken ? 'protocol.brokenKey' : 'protocol.waits', values)}</span>
              {isBroken && (
                <button
                  type="button"
                  className={controls['small']}
                  aria-label={t('protocol.jump', { name, time })}
                  onClick={() => goToStep(one.brokenStep)}
                >
                  {t('protocol.jumpKey')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {urgent.length > mostShown && (
        <p className={styles['said']}>
          {t('protocol.keysMore', { n: formatCount(urgent.length - mostShown, language) })}
        </p>
      )}
    </section>
  );
}
