import { report, reportQuery } from '../reports.js';

export const apiReportQuery = reportQuery;
export const apiReport = report.meta({ id: 'Report' });
