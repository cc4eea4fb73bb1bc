/**
 * The bot's own sentences, said where the designer drew none. Every language has all of them, worded so that
 * they fit beside a drawing that is on familiar terms with the customer as well as beside a formal one.
 */
export type StockKey =
  | `retry-${'text' | 'name' | 'email' | 'order-number' | 'phone' | 'number' | 'date' | 'choice' | 'file'}`
  | 'miss'
  | 'clarify'
  | 'neither'
  | 'a-person'
  | 'nothing-more'
  | 'declined'
  | 'cancelled'
  | 'timed-out'
  | 'no-people'
  | 'handing-over'
  | 'fault'
  | 'skip'
  | 'rating-comment'
  | 'bot-back'
  | 'agent-joined'
  | 'agent-left'
  | 'agent-away'
  | 'follow-up'
  | 'customer-ended';

export type StockSentences = Record<StockKey, string>;
