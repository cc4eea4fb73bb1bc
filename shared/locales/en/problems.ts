/**
 * What is wrong with a bot, one sentence a problem: what the customer would experience, then what to do.
 * A key is a problem's code; behind a dot stands the field or step that words it more exactly.
 */
export const problems = {
  'not-a-bot-file':
    'This is not a bot file. Choose a file that Baton exported; it holds "format", "bot" and "flows".',
  'newer-format':
    'A newer Baton wrote this file ({{format}}). Update this server, then import the file again.',
  'unknown-format': 'Baton does not know the format {{format}}. Choose a file that says "format": "baton/1".',
  'missing-value': 'A value is missing: “{{field}}”. Fill it in.',
  'missing-value.text': 'Customers would see an empty message here. Write what the bot says.',
  'missing-value.prompt': 'Customers would be asked an empty question here. Write the question.',
  'missing-value.question': 'Customers would be asked an empty question here. Write the question.',
  'missing-value.retryText':
    'Customers whose answer does not fit would see an empty message. Write it, or take it out for the standard sentence.',
  'missing-value.label': 'Something here has no name. Write the words that people read.',
  'missing-value.variable':
    'What the customer answers here would be lost. Choose the variable that keeps it.',
  'missing-value.flow': 'The conversation would stop here: no flow is chosen. Choose the flow to run.',
  'missing-value.url': 'There is no address here. Fill in the whole address, beginning with https://.',
  'missing-value.subject': 'There is no subject here. Fill in what this is about.',
  'missing-value.name': 'This has no name yet. Give it one.',
  'unknown-field': 'Baton does not know the field “{{field}}”. Check its spelling, or take it out.',
  'wrong-type': 'Here stands {{found}}, but what belongs here is {{expected}}. Correct it.',
  'unknown-node-type': 'Baton has no kind of step called “{{type}}”. Use one of: {{allowed}}.',
  'not-allowed': '“{{value}}” is not possible here. Use one of: {{allowed}}.',
  'too-long': 'This text is too long: at most {{limit}} characters. Shorten it.',
  'too-short': 'This text is too short: at least {{limit}} characters. Write more.',
  'too-many': 'There are too many entries here: at most {{limit}}. Remove some.',
  'too-few': 'There are too few entries here: at least {{limit}}. Add what is missing.',
  'too-high': 'This number is too high: at most {{limit}}. Lower it.',
  'too-low': 'This number is too low: it must be at least {{limit}}. Raise it.',
  'not-above': 'This number is too low: it must be above {{limit}}. Raise it.',
  'not-whole': 'This must be a whole number. Leave out what stands behind the point.',
  'wrong-form': 'This is not written in a form that Baton can read. Correct it.',
  'a-time': '“{{value}}” is not a time. Write it like 09:30; 24:00 ends a day.',
  'an-interval':
    'These opening hours end before they begin. Let them begin first; write hours past midnight as two entries, the second on the next day.',
  'a-timezone': '“{{value}}” is not a time zone. Write it like Europe/Amsterdam.',
  'a-variable-name':
    '“{{value}}” cannot be the name of a variable. Begin with a letter and use letters without accents, digits and _ only.',
  'a-slug':
    '“{{value}}” cannot be the bot’s address. Use small letters, digits and hyphens, such as web-shop.',
  'an-asset': 'This is not a picture that Baton can show. Add it again as PNG, JPEG, GIF, WebP or SVG.',
  'an-id':
    '“{{value}}” cannot be an id. Use at most 64 letters without accents, digits, and the signs _ . : -.',
  'a-language': '“{{value}}” is not a language. Write it short, like nl or pt-BR.',
  'a-text': 'This text is written in no language. Write it in the bot’s first language at least.',
  'an-image': 'Customers would see no picture: “{{value}}” is no address of one. Choose a picture again.',
  'a-link':
    'Customers could not open “{{value}}”. Begin the address with https://, http://, mailto: or tel:, without spaces.',
  'a-url': 'Nothing can be called at “{{value}}”. Begin the address with https:// or http://.',
  'a-header-name':
    '“{{value}}” is not the name of a header. Use letters without accents, digits and hyphens.',
  'a-date': '“{{value}}” is not a date. Write it like 2026-12-25.',
  'an-email': '“{{value}}” is not an e-mail address. Write it like desk@example.com.',
  'example-missing':
    'No order number could be recognised here. Type an example of one as customers see it, such as AB-123456.',
  'all-or-any':
    'This branch has no clear rules. Give it one list: rules that all hold, or rules of which one holds.',
  'phrases-missing':
    'No message of a customer would ever begin this flow. Add a few phrases, or let it listen for requests for a person.',

  'duplicate-flow': 'Two flows have the id “{{id}}”. Give one of them another.',
  'duplicate-node': 'Two steps of this flow have the id “{{id}}”. Give one of them another.',
  'duplicate-edge': 'Two connections of this flow have the id “{{id}}”. Give one of them another.',
  'duplicate-option': 'Two entries of this step have the id “{{id}}”. Give one of them another.',
  'duplicate-variable': 'Two variables are called “{{id}}”. Rename or remove one of them.',
  'duplicate-department': 'Two departments have the id “{{id}}”. Give one of them another.',
  'duplicate-language': 'The language “{{id}}” is listed twice. Take one out.',
  'duplicate-exception': 'Two exceptions of the opening hours are for {{id}}. Put their times into one.',
  'duplicate-survey':
    'Two surveys are called “{{id}}”, so an agent could not tell which one starts. Rename one of them.',
  'edge-from-nothing':
    'A connection begins at a step “{{id}}” that is not there. Remove the connection, or draw it from another step.',
  'edge-to-nothing':
    'Customers would get stuck: a connection leads to a step “{{id}}” that is not there. Connect it to another step.',
  'edge-into-trigger':
    'A connection leads into “{{step}}”, where a flow can only begin. Connect it to the step behind it, or run the flow with a step of its own.',
  'unknown-port':
    'A connection leaves this step by “{{port}}”, a way out that it does not have. Remove the connection, or draw it from another way out.',
  'port-with-two-edges':
    'Two connections leave “{{port}}”, and the customer can only go one way. Remove one of them.',
  'unknown-flow': 'The conversation would stop here: there is no flow “{{id}}”. Choose another flow.',
  'flow-without-start':
    'The conversation would stop here: the flow “{{name}}” has no step where another flow can begin it. Add one to it, or choose another flow.',
  'second-flow-start':
    'This flow could begin at two places when another flow runs it. Keep one of the two first steps.',
  'unknown-variable':
    'There is no variable “{{name}}”, so nothing would be read or kept here. Add it to the variables, or choose another.',
  'read-only-variable': 'Baton fills in “{{name}}” itself. Choose another variable to keep this in.',
  'reserved-variable': '“{{name}}” already means something in conditions. Give the variable another name.',
  'unknown-subject':
    'This rule looks at “{{name}}”, which does not exist, so it would never hold. Choose what it looks at again.',
  'unknown-department':
    'There is no department “{{id}}”. Add it to the bot’s departments, or choose another.',
  'unknown-asset': 'Customers would see no picture: “{{id}}” is not in the bot file. Add the picture again.',
  'secret-not-allowed':
    'Customers could get to see the secret “{{name}}”. Secrets are for the address, headers and body of a call to another system; take it out here.',
  'rule-value-missing': 'This rule has nothing to compare with, so it would never hold. Fill in its value.',
  'rule-pair-missing': 'This rule needs two values, from and to. Fill in both.',
  'rule-list-missing': 'This rule needs a list of values, of which one has to fit. Fill it in.',
  'choice-without-options':
    'Customers would be asked to choose from nothing. Give the variable “{{name}}” its options.',
  'choice-needs-variable':
    'Customers would be asked to choose from nothing: “{{name}}” is not a variable with options. Choose one that is, or make it one.',
  'endless-loop':
    'The bot would go round in a circle here without ever waiting for the customer. Put a question in between, or connect one of these steps elsewhere.',

  'no-start':
    'Nothing begins by itself: customers who open the chat read no greeting. Add a step that begins with the conversation.',
  'no-unknown':
    'When the bot does not understand, customers only read a standard sentence. Add a step for messages that were not understood.',
  'no-way-to-person':
    'No customer of this bot can ever reach a person. Add a handoff and connect a way to it.',
  'person-not-heard':
    'A customer who writes “I want to talk to a person” is not heard. Let one beginning listen for requests for a person.',
  'no-consent':
    'Customers are handed over without being asked first. Ask for their consent here, or leave it so on purpose.',
  'nobody-notified':
    'Customers would wait for somebody who knows nothing of it. Enter an e-mail address that hears of handoffs, in the bot’s settings.',
  'missing-translation': 'Customers who read {{language}} would see this in another language. Translate it.',
  'no-reply': 'Customers who get here by “{{port}}” get no reply. Connect “{{port}}” to a next step.',
  'no-reply.option': 'Customers who choose “{{port}}” here get no reply. Connect “{{port}}” to a next step.',
  'no-reply.trigger': 'Customers who write this get no reply. Connect this step to a next one.',
  'unconnected-start': 'Nothing happens when this begins. Connect it to a next step.',
  'closed-unconnected':
    'Outside opening hours customers wait in the queue for nobody. Connect “{{port}}” to what should happen then.',
  'unavailable-unconnected':
    'When no agent is online, customers wait in the queue all the same. Connect “{{port}}” to what should happen then.',
  'unreachable-step': 'No customer ever gets to this step. Connect a way to it, or remove it.',
  'few-phrases':
    'With {{count}} phrases the bot will often not recognise what customers mean. Write at least {{limit}}, in the customers’ own words.',
  'phrase-twice':
    'The phrase “{{phrase}}” also begins another flow, so the bot has to guess. Keep it in one place.',

  'type.string': 'a text',
  'type.number': 'a number',
  'type.boolean': 'yes or no (true or false)',
  'type.array': 'a list',
  'type.object': 'an object with fields',
  'type.null': 'nothing (null)',
  'type.text': 'a text, or a text for each language',
  'type.other': 'something else',
  'port.next': 'next',
  'port.other': 'something else',
  'port.answered': 'answered',
  'port.failed': 'failed',
  'port.otherwise': 'otherwise',
  'port.declined': 'declined',
  'port.closed': 'closed',
  'port.unavailable': 'nobody available',
  'port.timed-out': 'nobody joined',
  'port.cancelled': 'cancelled',
  'port.resolved': 'resolved',
  'port.low': 'low rating',
  'port.skipped': 'skipped',
  'port.created': 'created',
  'port.ok': 'worked',
} as const;

/** The sentences in another language: every key, none more. */
export type ProblemSentences = Readonly<Record<keyof typeof problems, string>>;
