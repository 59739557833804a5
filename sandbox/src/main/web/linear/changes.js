import { graphql } from './graphql.js';

// What a person may change from the page, each as the mutation that Linear offers for it.

const succeeded = (field, declared, given) => `mutation(${declared}) { ${field}(${given}) { success } }`;

export const updateIssue = (id, input) =>
  graphql(succeeded('issueUpdate', '$id: String!, $input: IssueUpdateInput!', 'id: $id, input: $input'), { id, input });

export const createIssue = async (input) => {
  const query =
    'mutation($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { id identifier url } } }';
  return (await graphql(query, { input })).issueCreate.issue;
};

export const addLabel = (id, labelId) =>
  graphql(succeeded('issueAddLabel', '$id: String!, $labelId: String!', 'id: $id, labelId: $labelId'), { id, labelId });

export const removeLabel = (id, labelId) =>
  graphql(succeeded('issueRemoveLabel', '$id: String!, $labelId: String!', 'id: $id, labelId: $labelId'), {
    id,
    labelId,
  });

export const createDocument = (input) =>
  graphql(succeeded('documentCreate', '$input: DocumentCreateInput!', 'input: $input'), { input });

export const updateDocument = (id, input) =>
  graphql(succeeded('documentUpdate', '$id: String!, $input: DocumentUpdateInput!', 'id: $id, input: $input'), {
    id,
    input,
  });

export const deleteDocument = (id) => graphql(succeeded('documentDelete', '$id: String!', 'id: $id'), { id });

export const createComment = (issueId, body) =>
  graphql(succeeded('commentCreate', '$input: CommentCreateInput!', 'input: $input'), { input: { issueId, body } });

export const updateComment = (id, body) =>
  graphql(succeeded('commentUpdate', '$id: String!, $input: CommentUpdateInput!', 'id: $id, input: $input'), {
    id,
    input: { body },
  });

export const deleteComment = (id) => graphql(succeeded('commentDelete', '$id: String!', 'id: $id'), { id });

export const createAttachment = (input) =>
  graphql(succeeded('attachmentCreate', '$input: AttachmentCreateInput!', 'input: $input'), { input });

export const deleteAttachment = (id) => graphql(succeeded('attachmentDelete', '$id: String!', 'id: $id'), { id });

/**
 * Puts one label of a group in the place of another: a group lets an issue have one of its labels only,
 * so the old one goes first.
 */
export async function switchLabel(id, oldId, newId) {
  await removeLabel(id, oldId);
  await addLabel(id, newId);
}
