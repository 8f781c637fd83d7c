import type { Distribution } from '#engine/kernel/Distribution';
import { distributionFields, laws, type DistributionParameter } from '#engine/model/distributionFields';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import { DurationInput } from './DurationInput';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { fieldText } from './fieldText';
import { readDistribution, withLaw, withParameter } from './readDistribution';
import { readNumber } from './readNumber';
import { ScrubInput } from './ScrubInput';

/** A law of random durations: its name, its parameters, and for Poisson streams the rate. */
export function DistributionControl(props: FieldControlProps<FieldOf<'distribution'>>) {
  const { field, value, id, label, onChange, onEnd } = props;
  const t = useText();
  const distribution = readDistribution(value, field.default);
  const change = (parameter: string, next: number) =>
    onChange({ ...withParameter(distribution, parameter, next) });
  return (
    <fieldset className={styles['law']} aria-label={label} aria-describedby={props.describedBy}>
      <select
        id={id}
        className={styles['select']}
        aria-label={`${label}: ${t('fields.law')}`}
        value={distribution.law}
        onChange={(event) => {
          const law = laws.find((one) => one === event.target.value);
          if (law !== undefined) onChange({ ...withLaw(distribution, law) });
          onEnd();
        }}
      >
        {laws.map((law) => (
          <option key={law} value={law}>
            {t(`fields.law.${law}`)}
          </option>
        ))}
      </select>
      {distributionFields[distribution.law].map((parameter) => (
        <Parameter
          key={parameter.id}
          id={`${id}-${parameter.id}`}
          distribution={distribution}
          parameter={parameter}
          label={label}
          onChange={(next) => change(parameter.id, next)}
          onEnd={onEnd}
        />
      ))}
      {distribution.law === 'exponential' && (
        <Rate
          id={`${id}-rate`}
          label={label}
          mean={distribution.mean}
          onChange={(next) => change('mean', next)}
          onEnd={onEnd}
        />
      )}
    </fieldset>
  );
}

interface ParameterProps {
  readonly id: string;
  readonly distribution: Distribution;
  readonly parameter: DistributionParameter;
  readonly label: string;
  readonly onChange: (value: number) => void;
  readonly onEnd: () => void;
}

function Parameter({ id, distribution, parameter, label, onChange, onEnd }: ParameterProps) {
  const t = useText();
  const name = fieldText(t, distribution.law === 'constant' ? 'law.constant.mean' : `law.${parameter.id}`);
  const { min, max } = boundsOf(distribution, parameter);
  const numbers: Readonly<Record<string, string | number>> = distribution;
  const shared = {
    id,
    label: `${label}: ${name}`,
    value: Number(numbers[parameter.id] ?? parameter.default),
    min,
    max,
    onChange,
    onEnd,
  };
  return (
    <>
      <span className={styles['parameter']} aria-hidden>
        {name}
      </span>
      {parameter.id === 'shape' ? (
        <ScrubInput
          {...shared}
          stepOf={() => 0.1}
          format={String}
          read={(text) => readNumber(t, text, { min, max })}
        />
      ) : (
        <DurationInput {...shared} />
      )}
    </>
  );
}

/** The two ends of a uniform law never cross. */
function boundsOf(
  distribution: Distribution,
  { id, min, max }: DistributionParameter,
): { readonly min: number; readonly max: number } {
  if (distribution.law !== 'uniform') return { min, max };
  return id === 'min' ? { min, max: distribution.max } : { min: distribution.min, max };
}

interface RateProps {
  readonly id: string;
  readonly label: string;
  readonly mean: number;
  readonly onChange: (mean: number) => void;
  readonly onEnd: () => void;
}

/** The mean seen from the other side: how many per second. */
function Rate({ id, label, mean, onChange, onEnd }: RateProps) {
  const t = useText();
  if (mean === 0) return null;
  const round = (number: number) => Number(number.toPrecision(6));
  const bounds = { min: 1e-6, max: 1e6 };
  return (
    <>
      <span className={styles['parameter']} aria-hidden>
        {t('fields.law.rate')}
      </span>
      <ScrubInput
        id={id}
        label={`${label}: ${t('fields.law.rate')}`}
        value={round(1000 / mean)}
        {...bounds}
        stepOf={(rate) => 10 ** (Math.floor(Math.log10(rate)) - 1)}
        format={String}
        read={(text) => readNumber(t, text, bounds)}
        unit={t('fields.law.perSecond')}
        onChange={(rate) => onChange(round(1000 / rate))}
        onEnd={onEnd}
      />
    </>
  );
}
