import { agreement, csatComments, report, wallboard, type ReportGrouping, type ReportTable } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import type { ReportRange } from './range.js';

/** Events tell of changes; this tells of what changes without one, such as an agent who is gone, ms. */
const askWallboardEvery = 15_000;
/** A report of a year takes a second or two of the database: it is not asked for again at every visit, ms. */
const reportIsNew = 60_000;

export function useReport(range: ReportRange, by: ReportGrouping) {
  return useQuery({
    queryKey: ['report', range.from, range.to, by],
    queryFn: () => request(report, 'GET', `/api/reports?${searchOf({ ...range, by })}`),
    placeholderData: keepPreviousData,
    staleTime: reportIsNew,
  });
}

export function useAgreement(range: ReportRange) {
  return useQuery({
    queryKey: ['agreement', range.from, range.to],
    queryFn: () => request(agreement, 'GET', `/api/reports/agreement?${searchOf(range)}`),
    placeholderData: keepPreviousData,
    staleTime: reportIsNew,
  });
}

export function useComments(range: ReportRange) {
  return useQuery({
    queryKey: ['csat-comments', range.from, range.to],
    queryFn: () => request(csatComments, 'GET', `/api/reports/comments?${searchOf(range)}`),
    placeholderData: keepPreviousData,
    staleTime: reportIsNew,
  });
}

export function useWallboard() {
  return useQuery({
    queryKey: ['wallboard'],
    queryFn: () => request(wallboard, 'GET', '/api/reports/wallboard'),
    refetchInterval: askWallboardEvery,
    staleTime: 0,
  });
}

export function csvAddress(table: ReportTable, { from, to }: ReportRange, by: ReportGrouping): string {
  return `/api/reports/export?${searchOf({ from, to, by, table })}`;
}

function searchOf(values: { from: string; to: string; by?: string; table?: string }): string {
  return new URLSearchParams(values).toString();
}
