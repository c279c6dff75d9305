// Made from openapi.json.
export interface paths {
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts, newest first
         * @description Needs the scope `contacts:read`.
         */
        get: operations["listContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact
         * @description Needs the scope `contacts:read`.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a contact
         * @description Needs the scope `contacts:write`.
         */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a contact is the same person as another
         * @description Needs the scope `contacts:write`.
         */
        post: operations["mergeContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations, the latest message first
         * @description Needs the scope `conversations:read`.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Write on behalf of a contact, as if by the chat
         * @description Needs the scope `conversations:write`.
         */
        post: operations["createConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description Needs the scope `conversations:read`.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation, oldest first
         * @description Needs the scope `conversations:read`.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Reply to the customer, or leave a note
         * @description Needs the scope `conversations:write`.
         */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a conversation over
         * @description Needs the scope `conversations:write`.
         */
        post: operations["takeOverConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a conversation that the key owns back to the bot
         * @description Needs the scope `conversations:write`.
         */
        post: operations["handBackConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a conversation to an agent, or hand it over to a team
         * @description Needs the scope `conversations:write`.
         */
        post: operations["assignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a conversation that the key owns
         * @description Needs the scope `conversations:write`.
         */
        post: operations["resolveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/labels/{labelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a label on a conversation
         * @description Needs the scope `conversations:write`.
         */
        put: operations["addLabel"];
        post?: never;
        /**
         * Take a label off a conversation
         * @description Needs the scope `conversations:write`.
         */
        delete: operations["removeLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the bot can tell apart
         * @description Needs the scope `knowledge:read`.
         */
        get: operations["listIntents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intents/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the answers of an intent, newest first
         * @description Needs the scope `knowledge:read`.
         */
        get: operations["listAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/training-examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List training examples, newest first
         * @description Needs the scope `knowledge:read`.
         */
        get: operations["listTrainingExamples"];
        put?: never;
        /**
         * Add a training example
         * @description Needs the scope `knowledge:write`.
         */
        post: operations["createTrainingExample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures by day, intent, agent or hour
         * @description Needs the scope `reports:read`.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks, newest first
         * @description Needs the scope `webhooks:manage`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Add a webhook
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the address and events of a webhook
         * @description Needs the scope `webhooks:manage`.
         */
        put: operations["updateWebhook"];
        post?: never;
        /**
         * Delete a webhook
         * @description Needs the scope `webhooks:manage`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a webhook
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["disableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a webhook again
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent and answered, newest first
         * @description Needs the scope `webhooks:manage`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Needs the scope `webhooks:manage`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List inboxes
         * @description Needs the scope `workspace:read`.
         */
        get: operations["listInboxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams
         * @description Needs the scope `workspace:read`.
         */
        get: operations["listTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the labels that conversations may have
         * @description Needs the scope `workspace:read`.
         */
        get: operations["listLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents and whether they are there
         * @description Needs the scope `workspace:read`.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "conversation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of conversation.created */
        post: operations["onConversationCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of conversation.reopened */
        post: operations["onConversationReopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.handed_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of conversation.handed_off */
        post: operations["onConversationHandedOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.assigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of conversation.assigned */
        post: operations["onConversationAssigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of conversation.resolved */
        post: operations["onConversationResolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of message.created */
        post: operations["onMessageCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "csat.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of csat.submitted */
        post: operations["onCsatSubmitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "sla.breached": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of sla.breached */
        post: operations["onSlaBreached"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "model.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of model.activated */
        post: operations["onModelActivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Baton tells of webhook.test */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ContactPage: {
            items: components["schemas"]["Contact"][];
            /** @description Send it as `cursor` for the next page; null: this is the last one. */
            nextCursor: string | null;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            /** @description The shop's own id of the customer; null: not signed in there. */
            externalId: string | null;
            name: string | null;
            email: string | null;
            /** @description Fields of the shop's own, by their keys. */
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * Format: uuid
             * @description The contact who is the same person; null: stands for itself.
             */
            mergedIntoId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Error: {
            /** @description Stable: programs go by it. */
            code: string;
            /** @description A sentence that says what to do. */
            message: string;
            /** @description Names of the fields that are wrong. */
            details?: string[];
            /** @description Names the request in the operator's log. */
            requestId: string;
        };
        UpdateContact: {
            name?: string | null;
            /** Format: email */
            email?: string | null;
            attributes?: {
                [key: string]: string | number | boolean | null;
            };
        };
        MergeContact: {
            /**
             * Format: uuid
             * @description The contact who stands for both from then on.
             */
            into: string;
        };
        /** @enum {string} */
        ConversationStatus: "bot" | "queued" | "open" | "snoozed" | "resolved";
        ConversationPage: {
            items: components["schemas"]["Conversation"][];
            /** @description Send it as `cursor` for the next page; null: this is the last one. */
            nextCursor: string | null;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            /** Format: uuid */
            contactId: string;
            status: components["schemas"]["ConversationStatus"];
            owner: components["schemas"]["ConversationOwner"];
            /**
             * Format: uuid
             * @description Whose agents it waits for; null: anybody.
             */
            teamId: string | null;
            priority: components["schemas"]["ConversationPriority"];
            /** @description Why it is, or last was, with people. */
            reason: components["schemas"]["EscalationReason"] | null;
            labelIds: string[];
            /** @description `seq` of the last message; 0: there is none. */
            lastSeq: number;
            /** Format: date-time */
            lastMessageAt: string;
            /**
             * Format: date-time
             * @description The customer's first message that nobody has answered yet.
             */
            waitingSince: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ConversationOwner: {
            type: components["schemas"]["OwnerType"];
            /**
             * Format: uuid
             * @description An agent, or the API key that took it over; null: the bot or the waiting line.
             */
            id: string | null;
            name: string | null;
        };
        /** @enum {string} */
        OwnerType: "bot" | "queue" | "agent";
        /** @enum {string} */
        ConversationPriority: "low" | "normal" | "high" | "urgent";
        /** @enum {string} */
        EscalationReason: "customer_request" | "low_confidence" | "out_of_scope" | "intent_not_automated" | "repeated_failure" | "system_failure" | "sensitive_topic" | "negative_feedback" | "other_language";
        MessagePage: {
            items: components["schemas"]["Message"][];
            /** @description Ask again with `afterSeq` of the last item. */
            hasMore: boolean;
        };
        Message: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            /** @description Gapless in its conversation, from 1. */
            seq: number;
            /** @description inbound: by the customer. note: for colleagues only. activity: something that happened. */
            kind: components["schemas"]["MessageKind"];
            sender: components["schemas"]["MessageSender"];
            /** @description Plain text; empty where `activity` says it. */
            text: string;
            activity: components["schemas"]["Activity"] | null;
            attachments: components["schemas"]["Attachment"][];
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        MessageKind: "inbound" | "outbound" | "activity" | "note";
        MessageSender: {
            type: components["schemas"]["SenderType"];
            /** Format: uuid */
            id: string | null;
            name: string | null;
        };
        /** @enum {string} */
        SenderType: "contact" | "bot" | "agent" | "system";
        Activity: components["schemas"]["AskedForPersonActivity"] | components["schemas"]["HandedOverActivity"] | components["schemas"]["JoinedActivity"] | components["schemas"]["HandedBackActivity"] | components["schemas"]["RequeuedActivity"] | components["schemas"]["TransferredActivity"] | components["schemas"]["TakenOverActivity"] | components["schemas"]["ReturnedActivity"] | components["schemas"]["SnoozedActivity"] | components["schemas"]["WokenActivity"] | components["schemas"]["ResolvedActivity"] | components["schemas"]["ClosingUndoneActivity"] | components["schemas"]["ClosedByBotActivity"] | components["schemas"]["RatedActivity"] | components["schemas"]["RatingExplainedActivity"] | components["schemas"]["EmailLeftActivity"];
        AskedForPersonActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "asked_for_person";
            params: Record<string, never>;
        };
        HandedOverActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "handed_over";
            params: {
                reason: components["schemas"]["EscalationReason"];
            };
        };
        JoinedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "joined";
            params: components["schemas"]["ActingAgent"];
        };
        ActingAgent: {
            agentName: string;
        };
        HandedBackActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "handed_back";
            params: components["schemas"]["ActingAgent"];
        };
        RequeuedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "requeued";
            params: components["schemas"]["ActingAgent"];
        };
        TransferredActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "transferred";
            params: {
                agentName: string;
                toName: string;
            };
        };
        TakenOverActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "taken_over";
            params: {
                agentName: string;
                fromName: string;
            };
        };
        ReturnedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "returned";
            params: components["schemas"]["ActingAgent"];
        };
        SnoozedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "snoozed";
            params: {
                agentName: string;
                /** Format: date-time */
                until: string;
            };
        };
        WokenActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "woken";
            params: Record<string, never>;
        };
        ResolvedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "resolved";
            params: components["schemas"]["ActingAgent"];
        };
        ClosingUndoneActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "closing_undone";
            params: components["schemas"]["ActingAgent"];
        };
        ClosedByBotActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "closed_by_bot";
            params: Record<string, never>;
        };
        RatedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "rated";
            params: {
                score: number;
            };
        };
        RatingExplainedActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "rating_explained";
            params: {
                comment: string;
            };
        };
        EmailLeftActivity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "email_left";
            params: Record<string, never>;
        };
        Attachment: {
            /** Format: uuid */
            id: string;
            name: string;
            mediaType: string;
            bytes: number;
            /** @description Pixels; null: no picture. */
            width: number | null;
            height: number | null;
        };
        CreateConversation: {
            /** Format: uuid */
            inboxId: string;
            contact: components["schemas"]["KnownContact"] | components["schemas"]["ContactByDetails"];
            /** @description What the customer wrote; the bot answers it as any other message. */
            text: string;
        };
        KnownContact: {
            /** Format: uuid */
            id: string;
        };
        ContactByDetails: {
            externalId?: string;
            name?: string;
            /** Format: email */
            email?: string;
        };
        CreateMessage: {
            /** @description reply: to the customer, once the key has taken the conversation over. */
            kind: components["schemas"]["WrittenKind"];
            text: string;
        };
        /** @enum {string} */
        WrittenKind: "reply" | "note";
        Assign: components["schemas"]["AssignToAgent"] | components["schemas"]["AssignToTeam"];
        AssignToAgent: {
            /** Format: uuid */
            agentId: string;
        };
        AssignToTeam: {
            /**
             * Format: uuid
             * @description null: the waiting line of all.
             */
            teamId: string | null;
            /** @default customer_request */
            reason?: components["schemas"]["EscalationReason"];
        };
        Resolve: {
            /**
             * @description The name of the intent it was about; teaches the bot.
             * @default null
             */
            intent?: string | null;
            /**
             * @description It was about none of the intents; teaches the bot too.
             * @default false
             */
            outOfScope?: boolean;
        };
        IntentList: {
            items: components["schemas"]["Intent"][];
        };
        Intent: {
            /** Format: uuid */
            id: string;
            /** @description The label in training data. */
            name: string;
            title: string;
            description: string;
            /** @description false: people answer it. */
            automate: boolean;
        };
        AnswerList: {
            items: components["schemas"]["Answer"][];
        };
        Answer: {
            /** Format: uuid */
            id: string;
            locale: components["schemas"]["Locale"];
            version: number;
            text: string;
            /** @description The first that holds gives the text instead. */
            conditions: components["schemas"]["AnswerCondition"][];
            /**
             * Format: date-time
             * @description null: a draft, which the bot does not use.
             */
            approvedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        Locale: "en" | "es" | "de" | "fr" | "ar";
        AnswerCondition: {
            variable: string;
            operator: components["schemas"]["ConditionOperator"];
            value: string;
            text: string;
        };
        /** @enum {string} */
        ConditionOperator: "is" | "is_not" | "contains" | "is_empty" | "more_than" | "less_than" | "more_than_days_ago" | "within_days";
        TrainingExamplePage: {
            items: components["schemas"]["TrainingExample"][];
            /** @description Send it as `cursor` for the next page; null: this is the last one. */
            nextCursor: string | null;
        };
        TrainingExample: {
            /** Format: uuid */
            id: string;
            text: string;
            /**
             * Format: uuid
             * @description null: none of the intents.
             */
            intentId: string | null;
            source: components["schemas"]["ExampleSource"];
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        ExampleSource: "agent_confirm" | "agent_correction" | "audit" | "import" | "starter_kit" | "try_it";
        CreateTrainingExample: {
            /** @description Personal data is masked before it is stored. */
            text: string;
            /** Format: uuid */
            intentId: string | null;
        };
        /** @enum {string} */
        ReportGrouping: "day" | "intent" | "agent" | "hour";
        Report: {
            timeZone: string;
            total: components["schemas"]["ReportFigures"];
            groups: components["schemas"]["ReportGroup"][];
        };
        ReportFigures: {
            closed: number;
            stillOpen: number;
            involvement: components["schemas"]["Proportion"];
            confirmed: components["schemas"]["Proportion"];
            assumed: components["schemas"]["Proportion"];
            recontacted: components["schemas"]["Proportion"];
            abandoned: components["schemas"]["Proportion"];
            handedOff: components["schemas"]["Proportion"];
            resolution: components["schemas"]["Proportion"];
            automation: components["schemas"]["Proportion"];
            containment: components["schemas"]["Proportion"];
            recontact: components["schemas"]["Proportion"];
            firstResponse: components["schemas"]["Durations"];
            waiting: components["schemas"]["Durations"];
            handling: components["schemas"]["Durations"];
            csatBot: components["schemas"]["Satisfaction"];
            csatAgent: components["schemas"]["Satisfaction"];
        };
        Proportion: {
            n: number;
            of: number;
            low: number;
            high: number;
        };
        Durations: {
            n: number;
            median: number | null;
            p90: number | null;
        };
        Satisfaction: {
            positive: components["schemas"]["Proportion"];
            mean: number | null;
        };
        ReportGroup: {
            /** @description A day, an hour (0 to 23), or the id of an intent or agent; null: no intent is known, or no agent closed it. */
            key: string | null;
            title: string;
            figures: components["schemas"]["ReportFigures"];
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            events: components["schemas"]["WebhookEvent"][];
            /**
             * Format: date-time
             * @description Since when no delivery has succeeded; null: the last one did.
             */
            failingSince: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /** @description `failing`: no delivery succeeded for five days. `gone`: the receiver answered 410. */
            disabledReason: components["schemas"]["WebhookDisabledReason"] | null;
            /**
             * Format: date-time
             * @description Until then the secret before the last rotation signs too.
             */
            formerSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        WebhookEvent: "conversation.created" | "conversation.reopened" | "conversation.handed_off" | "conversation.assigned" | "conversation.resolved" | "message.created" | "csat.submitted" | "sla.breached" | "model.activated";
        /** @enum {string} */
        WebhookDisabledReason: "person" | "failing" | "gone";
        WebhookSettings: {
            url: string;
            events: components["schemas"]["WebhookEvent"][];
        };
        WebhookWithSecret: {
            webhook: components["schemas"]["Webhook"];
            secret: string;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description The webhook-id header.
             */
            id: string;
            /** Format: uuid */
            webhookId: string;
            event: components["schemas"]["SentEvent"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description What is sent; null: nothing was yet. */
            body: string | null;
            /**
             * Format: date-time
             * @description Null unless pending.
             */
            nextAttemptAt: string | null;
            attempts: components["schemas"]["WebhookAttempt"][];
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        SentEvent: "conversation.created" | "conversation.reopened" | "conversation.handed_off" | "conversation.assigned" | "conversation.resolved" | "message.created" | "csat.submitted" | "sla.breached" | "model.activated" | "webhook.test";
        /** @enum {string} */
        WebhookDeliveryStatus: "pending" | "delivered" | "failed";
        WebhookAttempt: {
            /** Format: date-time */
            at: string;
            durationMs: number;
            /** @description HTTP; null: no answer came. */
            status: number | null;
            problem: components["schemas"]["WebhookProblem"] | null;
            /** @description The beginning of the answer. */
            responseBody: string;
        };
        /** @enum {string} */
        WebhookProblem: "late" | "too_large" | "unreachable" | "address_refused" | "redirects" | "secret_unreadable";
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Send it as `cursor` for the next page; null: this is the last one. */
            nextCursor: string | null;
        };
        InboxList: {
            items: components["schemas"]["Inbox"][];
        };
        Inbox: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Public: stands in the shop's script tag. */
            key: string;
            disabled: boolean;
        };
        TeamList: {
            items: components["schemas"]["Team"][];
        };
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        LabelList: {
            items: components["schemas"]["Label"][];
        };
        Label: {
            /** Format: uuid */
            id: string;
            name: string;
            colour: string;
        };
        AgentList: {
            items: components["schemas"]["Agent"][];
        };
        Agent: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["UserRole"];
            status: components["schemas"]["AgentStatus"];
        };
        /** @enum {string} */
        UserRole: "owner" | "admin" | "supervisor" | "agent";
        /** @enum {string} */
        AgentStatus: "online" | "busy" | "away" | "offline";
        ConversationCreatedEvent: {
            /** @constant */
            type: "conversation.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                conversation: components["schemas"]["Conversation"];
            };
        };
        ConversationReopenedEvent: {
            /** @constant */
            type: "conversation.reopened";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                conversation: components["schemas"]["Conversation"];
            };
        };
        ConversationHandedOffEvent: {
            /** @constant */
            type: "conversation.handed_off";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                conversation: components["schemas"]["Conversation"];
            };
        };
        ConversationAssignedEvent: {
            /** @constant */
            type: "conversation.assigned";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                conversation: components["schemas"]["Conversation"];
            };
        };
        ConversationResolvedEvent: {
            /** @constant */
            type: "conversation.resolved";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                conversation: components["schemas"]["Conversation"];
            };
        };
        MessageCreatedEvent: {
            /** @constant */
            type: "message.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                message: components["schemas"]["Message"];
            };
        };
        CsatSubmittedEvent: {
            /** @constant */
            type: "csat.submitted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                /** Format: uuid */
                conversationId: string;
                score: number;
                comment: string;
                answeredBy: components["schemas"]["EpisodeCloser"];
                /** Format: uuid */
                agentId: string | null;
            };
        };
        /** @enum {string} */
        EpisodeCloser: "bot" | "agent";
        SlaBreachedEvent: {
            /** @constant */
            type: "sla.breached";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                /** Format: uuid */
                conversationId: string;
                kind: components["schemas"]["SlaTimerKind"];
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                breachedAt: string | null;
            };
        };
        /** @enum {string} */
        SlaTimerKind: "first_response" | "next_response" | "resolution";
        ModelActivatedEvent: {
            /** @constant */
            type: "model.activated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                /** Format: uuid */
                modelVersionId: string;
                version: number;
            };
        };
        WebhookTestEvent: {
            /** @constant */
            type: "webhook.test";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: {
                /** Format: uuid */
                webhookId: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listContacts: {
        parameters: {
            query?: {
                email?: string;
                externalId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContact"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mergeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContact"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `CONTACTS_BOTH_SIGNED_IN`: Both are signed-in customers whom your shop tells apart by ids of their own. Merge one that is not signed in.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request.
             *
             *     `CONTACT_INTO_ITSELF`: These two are the same contact already. Choose another one.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                status?: components["schemas"]["ConversationStatus"];
                inboxId?: string;
                contactId?: string;
                ownerId?: string;
                teamId?: string;
                /** @description Only those with a message at this time or later. */
                activeSince?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConversation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys.
             *
             *     `INBOX_DISABLED`: This chat is switched off. Enable it in the inbox settings.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Only messages after this `seq`. */
                afterSeq?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMessage"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             *
             *     `TEXT_EMPTY`: The message is empty. Type something and send it again.
             *
             *     `TEXT_TOO_LONG`: The message is longer than 4,000 characters. Shorten it or send it in parts.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `NOT_OWNER`: You do not own this conversation. Take it over first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    takeOverConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `ALREADY_RESOLVED`: This conversation is already resolved.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    handBackConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `NOT_OWNER`: You do not own this conversation. Take it over first.
             *
             *     `OWNER_CHANGED`: Somebody else has taken this conversation meanwhile. Look at its current state and try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours.
             *
             *     `AGENT_UNKNOWN`: Nobody of your workspace who can sign in has this id. Pick one from the list of agents.
             *
             *     `TEAM_UNKNOWN`: No team of your workspace has this id. Pick one from the list of teams.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `ALREADY_RESOLVED`: This conversation is already resolved.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resolveConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolve"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours.
             *
             *     `INTENT_UNKNOWN`: No intent has this name in your workspace. Pick one from the list.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `NOT_OWNER`: You do not own this conversation. Take it over first.
             *
             *     `OWNER_CHANGED`: Somebody else has taken this conversation meanwhile. Look at its current state and try again.
             *
             *     `ALREADY_RESOLVED`: This conversation is already resolved.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                labelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours.
             *
             *     `LABEL_UNKNOWN`: This label does not exist any more. Pick one from the list.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                labelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `CONVERSATION_UNKNOWN`: This conversation does not exist, or it is not yours.
             *
             *     `LABEL_UNKNOWN`: This label does not exist any more. Pick one from the list.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listIntents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntentList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTrainingExamples: {
        parameters: {
            query?: {
                intentId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingExamplePage"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createTrainingExample: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTrainingExample"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingExample"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             *
             *     `TEXT_EMPTY`: The message is empty. Type something and send it again.
             *
             *     `TEXT_TOO_LONG`: The message is longer than 4,000 characters. Shorten it or send it in parts.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTENT_UNKNOWN`: No intent has this name in your workspace. Pick one from the list. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query: {
                from: string;
                to: string;
                by: components["schemas"]["ReportGrouping"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSettings"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request.
             *
             *     `WEBHOOK_URL_INVALID`: This is not a web address that events can be sent to. Enter one that begins with https:// or http://.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `WEBHOOK_URL_INVALID`: This is not a web address that events can be sent to. Enter one that begins with https:// or http://. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `WEBHOOK_DISABLED`: This webhook is disabled. Enable it first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by you for this request. Sent again within a day, it has no second effect and the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /**
             * @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again.
             *
             *     `MALFORMED_JSON`: The request body is not valid JSON. Check its syntax and send it again.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `NOT_FOUND`: This does not exist, or it is not in your workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `IDEMPOTENCY_IN_PROGRESS`: A request with this Idempotency-Key is under way. Wait a moment and send the same request again.
             *
             *     `WEBHOOK_DISABLED`: This webhook is disabled. Enable it first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request is larger than 64 KB. Send it in smaller parts. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: This Idempotency-Key was sent before with another request. Make up a new key for each request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listInboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            /** @description `BAD_PAYLOAD`: The request does not have the expected shape. Check the fields named in details and send it again. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /**
             * @description `NOT_AUTHENTICATED`: You are not signed in. Sign in and try again.
             *
             *     `API_KEY_INVALID`: This API key does not exist, was revoked or has expired. Send a valid one as bearer token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SCOPE_MISSING`: This API key lacks the scope that details names. Create a key that has it in Settings, API keys. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `RATE_LIMITED`: Too many requests in a short time. Wait a few seconds and try again. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `INTERNAL`: Something went wrong on our side. Try again; if it goes on, give your admin the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    onConversationCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationCreatedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationReopened: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationReopenedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationHandedOff: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationHandedOffEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationAssigned: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationAssignedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationResolved: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationResolvedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageCreatedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCsatSubmitted: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CsatSubmittedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSlaBreached: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlaBreachedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModelActivated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelActivatedEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each attempt and replay: take each id once. */
                "webhook-id": string;
                /** @description Seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
