import { z } from 'zod';

/** The domain's words, the same in database, contract, code and screen. */
export const conversationStatus = z
  .enum(['bot', 'queued', 'open', 'snoozed', 'resolved'])
  .meta({ id: 'ConversationStatus' });
export type ConversationStatus = z.infer<typeof conversationStatus>;

/** Its place in the waiting line, before the time of arrival. */
export const conversationPriority = z.enum(['low', 'normal', 'high', 'urgent']).meta({ id: 'ConversationPriority' });
export type ConversationPriority = z.infer<typeof conversationPriority>;

/** Who of those who are free is offered the next conversation; `manual`: nobody, agents pick. */
export const assignmentPolicy = z.enum(['round_robin', 'balanced', 'manual']);
export type AssignmentPolicy = z.infer<typeof assignmentPolicy>;

export const skillKind = z.enum(['language', 'topic']);
export type SkillKind = z.infer<typeof skillKind>;

export const slaTimerKind = z.enum(['first_response', 'next_response', 'resolution']).meta({ id: 'SlaTimerKind' });
export type SlaTimerKind = z.infer<typeof slaTimerKind>;

/** `read`: in the widget, before the mail was due. */
export const mailDeliveryState = z.enum(['waiting', 'sent', 'failed', 'read']);
export type MailDeliveryState = z.infer<typeof mailDeliveryState>;

export const ownerType = z.enum(['bot', 'queue', 'agent']).meta({ id: 'OwnerType' });
export type OwnerType = z.infer<typeof ownerType>;

export const episodeCloser = z.enum(['bot', 'agent']).meta({ id: 'EpisodeCloser' });
export type EpisodeCloser = z.infer<typeof episodeCloser>;

/**
 * handed_off: people spoke in it. assumed: the bot answered and nothing more came. abandoned: the customer left while a
 * question was open. Whether the customer came back about the same is computed from the next episode, not kept here.
 */
export const episodeOutcome = z.enum(['handed_off', 'assumed', 'abandoned']);
export type EpisodeOutcome = z.infer<typeof episodeOutcome>;

export const messageKind = z.enum(['inbound', 'outbound', 'activity', 'note']).meta({ id: 'MessageKind' });
export type MessageKind = z.infer<typeof messageKind>;

export const senderType = z.enum(['contact', 'bot', 'agent', 'system']).meta({ id: 'SenderType' });
export type SenderType = z.infer<typeof senderType>;

/**
 * `clarify` asks which intent is meant; `ask_slot` asks for what an answer needs: an order number, say, or to sign in; `small_talk` returns a
 * greeting or thanks, or says what the bot is.
 */
export const decisionKind = z.enum(['answer', 'clarify', 'ask_slot', 'small_talk', 'escalate']);
export type DecisionKind = z.infer<typeof decisionKind>;

/** The rule that made a decision; each belongs to one kind, and one that hands over to one reason. */
export const decisionRule = z.enum([
  /** The model is sure enough of the intent, and its answer is approved. */
  'confident',
  /** The model is less sure of it than that, but no other intent comes near; the answer says what the message was taken for. */
  'likely',
  /** The customer's message answers the bot's own question. */
  'question_answered',
  /** Two or three intents are too close to choose between. */
  'close_intents',
  /** The message is too short or too general to tell what it is about. */
  'too_general',
  /** A greeting, thanks, a goodbye, an emoji, or the question what the bot is: there is nothing to look for in it. */
  'small_talk',
  /** The message holds several requests. Each has a rule of its own. */
  'several_requests',
  /** What an action needs was not given. */
  'slot_missing',
  /** The shop knows nothing of what was given, or does not confirm that it is this customer's: nobody can tell which. */
  'not_confirmed',
  /** The answer is for signed-in customers, and this one is not. */
  'not_signed_in',
  'person_asked_for',
  /** A topic that always goes to people, first in the waiting line: danger, law, fraud, abuse, or one of the shop's own. */
  'sensitive_topic',
  /** The customer is angry, whatever it is about. */
  'upset',
  /** The shop has no answers in the customer's language, and lets people see to that. */
  'other_language',
  /** The answer says the opposite of what the customer has just said. */
  'contradicted',
  'not_confident',
  'out_of_scope',
  /** The shop lets people answer this intent, or has no approved answer for it. */
  'not_automated',
  /** The approved answer has a {{mark}} that nothing fills. */
  'slot_unfilled',
  /** The bot would ask which intent is meant for the second time in a row, or the same for the second time in an episode. */
  'asked_before',
  /** The bot has asked twice for what an action needs. */
  'asked_twice',
  /** The outcome would be the same as the last one, in whatever words. */
  'said_before',
  /** This contact, or somebody at the same address, has looked too much up. */
  'too_many_lookups',
  /** The shop's API was late, down or answered nonsense. */
  'action_failed',
  /** No model read the message in time. */
  'model_silent',
]);
export type DecisionRule = z.infer<typeof decisionRule>;

/** What a message of manners does. */
export const smallTalk = z.enum([
  'greeting',
  'thanks',
  'acknowledgement',
  'goodbye',
  /** "One moment": the customer looks for something. */
  'waiting',
  /** "Are you a bot?" */
  'identity',
  /** A sad face and the like. */
  'unhappy',
]);
export type SmallTalk = z.infer<typeof smallTalk>;

export const escalationReason = z
  .enum([
    'customer_request',
    'low_confidence',
    'out_of_scope',
    'intent_not_automated',
    'repeated_failure',
    'system_failure',
    'sensitive_topic',
    'negative_feedback',
    'other_language',
  ])
  .meta({ id: 'EscalationReason' });
export type EscalationReason = z.infer<typeof escalationReason>;

/** What always goes to people, whatever the shop sells. A shop can switch each off, and add topics of its own. */
export const sensitiveTopic = z.enum([
  'injury',
  'poisoning',
  'fire',
  'electric_shock',
  'child_safety',
  'self_harm',
  'threat',
  'legal',
  'press',
  'fraud',
  'personal_data',
  'abuse',
]);
export type SensitiveTopic = z.infer<typeof sensitiveTopic>;

/** What a message does, besides what it is about. */
export const dialogueAct = z.enum([
  /** It makes sense only after what was said before: "and for the blue one?" */
  'follow_up',
  /** It holds more than one request. */
  'several_requests',
  /** Its writer is angry. */
  'upset',
  /** It wants something of the shop without saying what: "I have a question about my order". */
  'too_general',
  /** Its writer takes note of what was said, or is content, and wants nothing more: "right, I'll do that then". */
  'acknowledgement',
]);
export type DialogueAct = z.infer<typeof dialogueAct>;

export const assignmentStatus = z.enum(['offered', 'accepted', 'declined', 'timed_out', 'withdrawn', 'released']);
export type AssignmentStatus = z.infer<typeof assignmentStatus>;

export const agentStatus = z.enum(['online', 'busy', 'away', 'offline']).meta({ id: 'AgentStatus' });
export type AgentStatus = z.infer<typeof agentStatus>;

export const userRole = z.enum(['owner', 'admin', 'supervisor', 'agent']).meta({ id: 'UserRole' });
export type UserRole = z.infer<typeof userRole>;

/** `audit`: drawn by lot from what the bot had answered. `try_it`: typed by a colleague. */
export const exampleSource = z
  .enum(['agent_confirm', 'agent_correction', 'audit', 'import', 'starter_kit', 'try_it'])
  .meta({ id: 'ExampleSource' });
export type ExampleSource = z.infer<typeof exampleSource>;

/** `tfidf`: the TF-IDF classifier alone. `head`: an intent head on the frozen encoder. `adapters`: low-rank ones, trained with the head. */
export const modelMethod = z.enum(['tfidf', 'head', 'fine_tuned', 'adapters']);
export type ModelMethod = z.infer<typeof modelMethod>;

export const modelStage = z.enum(['candidate', 'active', 'retired']);
export type ModelStage = z.infer<typeof modelStage>;

export const trainingTrigger = z.enum(['schedule', 'on_demand', 'first_start']);
export type TrainingTrigger = z.infer<typeof trainingTrigger>;

export const trainingStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
export type TrainingStatus = z.infer<typeof trainingStatus>;

/** Why a training run failed. */
export const trainingError = z.enum([
  /** Its process was ended from outside, each time that it was begun. */
  'interrupted_too_often',
  /** When it began, fewer than two intents had examples to learn from. */
  'too_few_examples',
  'disk_full',
  'out_of_memory',
  /** The data folder cannot be written to. */
  'no_write_access',
  /** The encoder that every model starts from is missing, damaged or another one. */
  'base_model_unusable',
  /** Files of the active version, or of the one just made, are missing or damaged. */
  'model_damaged',
  'database_unavailable',
  /** Anything else. */
  'internal',
]);
export type TrainingError = z.infer<typeof trainingError>;

export const trainingPhase = z.enum(['dataset', 'train', 'calibrate', 'evaluate', 'register', 'promote']);
export type TrainingPhase = z.infer<typeof trainingPhase>;
