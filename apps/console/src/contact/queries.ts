import {
  contactAttributes,
  contactDetail,
  contactList,
  type ChangeContact,
  type ContactAttributes,
  type ContactDetail,
  type ConversationItem,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

const path = (id: string) => `/api/contacts/${encodeURIComponent(id)}`;
const attributesKey = ['contact-attributes'] as const;

/** The person who writes a conversation; asked for anew when a colleague says that it is somebody else. */
export function useContact(item: Pick<ConversationItem, 'contactId' | 'contactName'> | undefined) {
  return useQuery({
    queryKey: ['contact', item?.contactId, item?.contactName],
    queryFn: () => request(contactDetail, 'GET', path(item!.contactId)),
    enabled: item !== undefined,
  });
}

export function useContactSearch(search: string) {
  return useQuery({
    queryKey: ['contacts', search],
    queryFn: () => request(contactList, 'GET', `/api/contacts?search=${encodeURIComponent(search)}`),
    select: ({ contacts }) => contacts,
    enabled: search !== '',
  });
}

/** A change of who somebody is shows wherever they are. */
function useContactMutation<T>(change: (input: T) => Promise<ContactDetail>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contact'] }),
  });
}

export function useChangeContact(id: string) {
  return useContactMutation((change: ChangeContact) => request(contactDetail, 'PUT', path(id), change));
}

export function useMergeContact(id: string) {
  return useContactMutation((into: string) => request(contactDetail, 'POST', `${path(id)}/merge`, { into }));
}

export function useSplitContact() {
  return useContactMutation((id: string) => request(contactDetail, 'DELETE', `${path(id)}/merge`));
}

export function useContactAttributes() {
  return useQuery({
    queryKey: attributesKey,
    queryFn: () => request(contactAttributes, 'GET', '/api/contact-attributes'),
  });
}

export function useSaveContactAttributes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (all: ContactAttributes) => request(contactAttributes, 'PUT', '/api/contact-attributes', all),
    onSuccess: (saved) => queries.setQueryData(attributesKey, saved),
  });
}
