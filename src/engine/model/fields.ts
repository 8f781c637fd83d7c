import type { Distribution } from '#engine/kernel/Distribution';
import type { Json } from './Json';

/** Another field of the same settings has one of these values. */
export interface FieldCondition {
  readonly field: string;
  readonly is: readonly (string | number | boolean)[];
}

/**
 * Fields of one section stand together in the inspector, sections in this order; the catalogue calls them
 * `sections.<section>`.
 */
export const fieldSections = [
  'what',
  'queue',
  'guarantee',
  'flow',
  'work',
  'failure',
  'protection',
  'wire',
] as const;

export type FieldSection = (typeof fieldSections)[number];

interface FieldBase {
  /** Key in the settings object; label and help are `field.<owner>.<id>` and `help.<owner>.<id>` in the catalogue. */
  readonly id: string;
  /** Shown, and meaningful, only while all of these hold. */
  readonly when?: readonly FieldCondition[];
  /** Where the inspector shows it; fields without one stand first. */
  readonly section?: FieldSection;
  /** The field of the same section that the inspector shows it after; tables themselves only grow at their ends. */
  readonly after?: string;
}

/**
 * One setting of a node or wire. Validation, inspector form, link codec, JSON Schema and reference
 * pages are made from the same table.
 */
export type Field =
  | (FieldBase & {
      readonly type: 'number';
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly integer?: boolean;
      /** Step of one arrow key or one pixel of drag. */
      readonly step?: number;
      readonly unit?: 'events' | 'workers' | 'attempts' | 'keys';
      /** When set, this value stands for "no limit" and is shown as ∞. */
      readonly unlimited?: number;
    })
  /** Milliseconds. */
  | (FieldBase & {
      readonly type: 'duration';
      readonly default: number;
      readonly min: number;
      readonly max: number;
    })
  /** Between 0 and 1, shown in per cent. */
  | (FieldBase & { readonly type: 'probability'; readonly default: number })
  | (FieldBase & { readonly type: 'boolean'; readonly default: boolean })
  /** Option labels are `option.<owner>.<id>.<option>` in the catalogue. */
  | (FieldBase & {
      readonly type: 'choice';
      readonly default: string;
      readonly options: readonly string[];
    })
  | (FieldBase & {
      readonly type: 'text';
      readonly default: string;
      readonly maxLength: number;
      readonly multiline?: boolean;
    })
  /** A list of short texts, such as patterns or poison keys. */
  | (FieldBase & {
      readonly type: 'texts';
      readonly default: readonly string[];
      readonly maxItems: number;
      readonly maxLength: number;
    })
  /** The id of an event type of the document; empty for "same as the incoming event". */
  | (FieldBase & { readonly type: 'eventType'; readonly default: string })
  /** The id of a node that runs or holds others; empty for none. */
  | (FieldBase & { readonly type: 'node'; readonly default: string })
  | (FieldBase & {
      readonly type: 'distribution';
      readonly default: Distribution;
    })
  /** JSON of bounded size, such as the data of an event. */
  | (FieldBase & {
      readonly type: 'json';
      readonly default: Json;
      readonly maxLength: number;
      /** Whether `${…}` in its texts are expressions; see engine/expression/compileTemplate. */
      readonly template?: boolean;
    })
  /**
   * Text of the expression language, kept as it is: it is compiled where it runs and where somebody types it, so
   * that a document with a broken one opens. Empty stands for none.
   */
  | (FieldBase & {
      readonly type: 'expression';
      readonly default: string;
      readonly maxLength: number;
      /** What it must give: true or false, any JSON, or a text. */
      readonly gives: 'condition' | 'value' | 'text';
    })
  /** A recorded log: where it came from, and its events as `[ms since start, event type id, key]`. */
  | (FieldBase & {
      readonly type: 'recording';
      readonly default: Recording;
      readonly maxItems: number;
    })
  /** A statechart as a machine configuration of XState v5, or null for none; see `readChartSetting`. */
  | (FieldBase & { readonly type: 'statechart'; readonly default: null; readonly maxLength: number })
  /** A list of records, each with its own fields. Item labels are `field.<owner>.<id>.<itemField>`. */
  | (FieldBase & {
      readonly type: 'records';
      readonly default: readonly Readonly<Record<string, Json>>[];
      readonly item: readonly Field[];
      readonly maxItems: number;
    });

export interface Recording {
  readonly name: string;
  readonly events: readonly (readonly [atMs: number, type: string, key: string])[];
}

export type Settings = Readonly<Record<string, Json>>;
