/**
 * The English sentence of every problem code of document, link and log; `{name}` stands for a value, and
 * `{where}` for the path. The catalogue of the page takes them from here and adds translations.
 */
export const problemTexts = {
  'not-json': 'This text is not JSON. Choose a flow that was exported or copied from here.',
  'too-large':
    'This is too large: {size} characters, and at most {max} can be read. Take out recorded logs or parts of the flow.',
  'file-too-large': 'This file is too large: {size} bytes, and at most {max} are read. Choose a smaller one.',
  'not-a-flow':
    'This is not a flow document: it has no whole number "busbar" that states the version of its format. Choose another file.',
  'newer-version':
    'This flow is written in format {version}, and this program reads up to {supported}. Reload the page to get the newest version.',
  'older-version':
    'This flow is written in format {version}, and no way is known to bring it up to {supported}. Open it with an older version and export it again.',
  unreadable: 'This input cannot be read as plain data. Export it as a JSON file and import that.',
  'more-problems': '{count} more problems are not listed. Solve those above first.',
  missing: '{where} is missing. Add it.',
  'must-be-object': '{where} is {value}; write an object in braces there.',
  'must-be-list': '{where} is {value}; write a list in square brackets there.',
  'must-be-text': '{where} is {value}; write a text in quotation marks there.',
  'must-be-number': '{where} is {value}; write a number there.',
  'must-be-whole': '{where} is {value}; write a whole number there.',
  'must-be-boolean': '{where} is {value}; write true or false there.',
  'must-be-plain':
    '{where} holds {value}, which JSON cannot express. Use texts, numbers, true, false, null, lists and objects.',
  'out-of-range': '{where} is {value}; choose a number from {min} to {max}.',
  'not-an-option': '{where} is {value}; choose one of these: {options}.',
  'text-empty': '{where} is empty. Give it at least one visible character.',
  'text-too-long': '{where} is too long. Shorten it to {max} characters.',
  'text-cleaned': '{where} had characters that cannot be shown; they were left out.',
  'bad-pattern': '{where} is {value}, which is no pattern here and lets nothing through. {reason}',
  'bad-id': '{where} is {value}; an id has 1 to 64 letters, digits, hyphens or underscores.',
  'duplicate-id': '{where} is {value}, which is taken already. Choose an id of its own.',
  'too-many': '{where} has {count} entries and may have {max}. Remove some.',
  'too-deep': '{where} is nested deeper than {max} levels. Flatten it.',
  'json-too-long': '{where} is too long. Shorten its JSON text to {max} characters.',
  'dropped-key': '{where} had a key {key}, which is not allowed in data; it was left out.',
  'unknown-key': '{where} has a key {key} that means nothing here; it was left out.',
  'unknown-kind': '{where} is {value}; the kinds of node are {options}.',
  'unknown-event-type':
    '{where} is {value}, which no event type has as its id. Add that event type or choose another.',
  'unknown-node': '{where} is {value}, which no node has as its id. Add that node or choose another.',
  'unknown-branch': '{where} is {value}, which no branch has as its id. Choose one of: {options}.',
  'branch-cycle': '{where} makes a branch come from itself. Leave it empty.',
  'node-does-not-run': '{where} is {value}, a node that only explains. Choose one that runs.',
  'node-is-not-a-frame': '{where} is {value}, a node that cannot hold others. Choose a group.',
  'group-cycle': '{where} makes a node part of itself. Take it out of that group.',
  'position-clamped': '{where} was {value}, outside of the canvas; it was moved to the edge.',
  'distribution-order': '{where}: the smallest value {min} is above the largest value {max}. Exchange them.',
  'recording-order': '{where} is earlier than the event before it. Sort the events by time.',
  'unknown-port': '“{node}” has no port {port}. Its ports: {options}.',
  'wire-backwards':
    'This wire runs from an entrance of “{from}” to an exit of “{to}”. Draw it the other way round.',
  'wire-same-direction':
    '“{from}” and “{to}” would be joined at two ports of the same direction. Join an exit to an entrance.',
  'wire-needs-bus':
    '“{from}” sends events, and “{to}” takes only what a bus delivers. Put a bus between them.',
  'wire-needs-handler':
    '“{from}” delivers to handlers, and “{to}” takes only newly published events. Put a handler between them.',
  'wire-needs-store':
    'Reading and writing goes from a handler to a store, not from “{from}” to “{to}”. Join that port to a store.',
  'wire-to-itself': '“{from}” would be joined to itself. Join it to another node.',
  'wire-duplicate': '“{from}” and “{to}” are joined by such a wire already. Change the settings of that one.',
  'wire-port-full':
    'The port {port} of “{node}” takes {max} and has that already. Remove a wire there first.',
  'not-a-link': 'The address holds no shared flow.',
  'link-cut':
    'This link was cut off on its way: its end is missing. Ask for it again, or for the flow as a file.',
  'link-changed':
    'This link was changed on its way: its checksum does not fit. Ask for it again, or for the flow as a file.',
  'link-newer':
    'This link was made by a newer version (link format {version}; this page reads {supported}). Reload the page to get the newest version.',
  'link-too-large':
    'This is too large for a link: {size}, and at most {max} fit. Save the flow as a file and send that.',
  'semantics-differ':
    'This run was made under rules of version {version}, and this page follows version {supported}: the flow is open, but its run may differ and is not replayed.',
  'log-empty': 'There are no rows to read. Choose a file with a header line and one event per line.',
  'log-too-long': 'The log has {count} events; only the first {max} were taken. Cut the file to take others.',
  'log-many-types':
    'The log has more than {max} event types; the rows of the others were left out. Choose another column for the type.',
  'log-no-key': 'Row {row} has no key; an empty one was taken.',
  'log-row-columns': 'Row {row} has {count} columns and the header has {max}; it was left out.',
  'log-row-quote': 'Row {row} opens a quotation mark that never closes; everything from there was left out.',
  'log-row-time':
    'Row {row}: {value} is not a time; the row was left out. Write it like 2010-12-30T14:32:00+01:00.',
  'log-row-type': 'Row {row} has no event type, or one of more than {max} characters; it was left out.',
  'log-row-key': 'Row {row} has a key of more than {max} characters; it was left out.',
  'log-row-json': 'Row {row} is not a JSON object; it was left out.',
  'log-row-attribute':
    'Row {row} lacks the CloudEvents attribute {attribute}, or has it wrong; it was left out.',
  'expression-unfinished':
    'The expression ends too early, at column {column}. Add what is missing, such as a value or a closing bracket.',
  'expression-unexpected': 'At column {column}, {found} does not fit in the expression. Change or remove it.',
  'expression-equals': 'At column {column}, one = does not compare. Write == to compare two values.',
  'expression-text':
    'The text that an expression has at column {column} is not closed or has a wrong escape. End it with its quotation mark, and write \\\\ for \\.',
  'expression-name': 'At column {column}, {name} is not known. An expression can use: {options}.',
  'expression-function': 'At column {column}, {name} is no function here. There are: {options}.',
  'expression-arguments':
    'At column {column}, {name} is given too many or too few values, or of the wrong sort.',
  'expression-too-long': 'The expression is too long. Shorten it to {max} characters.',
  'expression-too-large': 'The expression has too many parts or levels at column {column}. Simplify it.',
  'automaton-not-json':
    'This is not an automaton in JSON: write { "automaton": 1, "states", "initial", "accepting", "arrows" }.',
  'automaton-unknown-state':
    '{where} is {value}, which is none of the states. Add it to them or choose another.',
  'automaton-duplicate': '{where} is {value}, which is listed before. Give it a name of its own.',
  'automaton-arrow': '{where} is {value}; write a list of state, letter (or null) and next state there.',
  'automaton-no-initial': 'There is no initial state. Mark one.',
  'automaton-line': 'Line {line}: {value} cannot be read as part of an automaton. Correct it or take it out.',
  'automaton-jff-type': 'This file of JFLAP holds {value}, and only finite automata ("fa") can be read.',
  'automaton-too-large': 'This takes more than {max} {limit}. Take a smaller automaton or expression.',
  'mealy-not-json':
    'This is not a Mealy machine in JSON: write { "mealy": 1, "states", "initial", "arrows" }.',
  'mealy-arrow': '{where} is {value}; write a list of state, letter, output and next state there.',
  'mealy-second-arrow':
    '{where} is {value}; that state has another arrow by that letter, and may have only one. Take one out.',
  'regex-unexpected':
    'At column {column}, {value} does not fit in the regular expression. Change or remove it, or put a name in quotation marks.',
  'regex-unfinished':
    'The regular expression ends too early, at column {column}. Add what is missing, such as a name or a closing bracket.',
  'regex-too-deep': 'The regular expression has too many levels at column {column}. Simplify it.',
  'regex-too-long': 'The regular expression is too long. Shorten it.',
  'protocol-empty': '{where} is empty, so that the protocol watches nothing. Say what is allowed.',
  'protocol-unknown-event':
    '{where} names {value}, which no event type is called. Correct the name or add that event type.',
  'protocol-event-missing':
    '{where} is not chosen, so that the protocol watches nothing. Choose an event type.',
  'protocol-event-repeated':
    '{where} is the same event as another of the sentence, so that the protocol watches nothing. Choose a different one.',
  'statechart-left-out': '{where} is not carried over: {what}.',
  'statechart-never':
    '{where} is not carried over: {what}. Its transition is never taken until an expression stands there.',
  'statechart-target':
    '{where} is {value}, which leads to no state. Write the key of a state beside this one, .child or #id.',
  'statechart-history':
    '{where} is {value}, a history state, which would have to ask itself. Choose an ordinary state.',
  'statechart-key': '{where}: a state cannot be called {value}. Use 1 to {max} characters without dots.',
  'statechart-leaf': '{where} cannot stand in a state of type {type}. Take it out.',
} as const;

/** A stable identifier of a problem. */
export type ProblemCode = keyof typeof problemTexts;
