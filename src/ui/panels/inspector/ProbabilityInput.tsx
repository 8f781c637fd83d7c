import { useText } from '#ui/i18n/useText';
import { readNumber } from './readNumber';
import { ScrubInput, type ScrubInputProps } from './ScrubInput';

type Props = Pick<ScrubInputProps, 'id' | 'label' | 'value' | 'describedBy' | 'onChange' | 'onEnd'>;

const percent = (share: number) => Number((share * 100).toPrecision(12));

/** A probability between 0 and 1, shown in per cent. */
export function ProbabilityInput({ value, onChange, ...rest }: Props) {
  const t = useText();
  return (
    <ScrubInput
      {...rest}
      value={percent(value)}
      min={0}
      max={100}
      stepOf={(at) => (at > 0 && at < 1 ? 0.1 : 1)}
      format={String}
      read={(text) => readNumber(t, text.replace('%', ''), { min: 0, max: 100 })}
      unit={t('fields.unit.percent')}
      onChange={(next) => onChange(Number((next / 100).toPrecision(14)))}
    />
  );
}
