import { BooleanControl } from './BooleanControl';
import { ChartControl } from '../statechart/ChartControl';
import { ChoiceControl } from './ChoiceControl';
import { DistributionControl } from './DistributionControl';
import { DurationInput } from './DurationInput';
import { EventTypeControl } from './EventTypeControl';
import { ExpressionControl } from './ExpressionControl';
import type { FieldControlProps, FormComponent, PatternHints } from './FieldControl';
import { JsonControl } from './JsonControl';
import { NodeControl } from './NodeControl';
import { NumberControl } from './NumberControl';
import { ProbabilityInput } from './ProbabilityInput';
import { RecordingControl } from './RecordingControl';
import { RecordsControl } from './RecordsControl';
import { TextControl } from './TextControl';
import { TextsControl } from './TextsControl';

type Props = FieldControlProps & {
  readonly Form: FormComponent;
  readonly patterns?: PatternHints;
};

/** The control that fits a field's type. */
export function Control({ field, Form, patterns, ...props }: Props) {
  const { value } = props;
  switch (field.type) {
    case 'number':
      return <NumberControl {...props} field={field} />;
    case 'duration':
      return (
        <DurationInput
          {...props}
          min={field.min}
          max={field.max}
          value={typeof value === 'number' ? value : field.default}
        />
      );
    case 'probability':
      return <ProbabilityInput {...props} value={typeof value === 'number' ? value : field.default} />;
    case 'boolean':
      return <BooleanControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'text':
      return <TextControl {...props} field={field} />;
    case 'texts':
      return <TextsControl {...props} field={field} {...patterns} />;
    case 'eventType':
      return <EventTypeControl {...props} field={field} />;
    case 'node':
      return <NodeControl {...props} field={field} />;
    case 'distribution':
      return <DistributionControl {...props} field={field} />;
    case 'json':
      return <JsonControl {...props} field={field} />;
    case 'expression':
      return <ExpressionControl {...props} field={field} />;
    case 'statechart':
      return <ChartControl {...props} field={field} />;
    case 'recording':
      return <RecordingControl {...props} field={field} />;
    case 'records':
      return <RecordsControl {...props} field={field} Form={Form} />;
    default:
      return field satisfies never;
  }
}
