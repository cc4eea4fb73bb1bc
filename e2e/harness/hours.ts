const always = [['00:00', '24:00']];

/** Opening hours that are open at any time the spec may run. */
export const alwaysOpen = {
  timezone: 'Europe/London',
  week: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
  exceptions: [],
};

/** Opening hours without a single open minute. */
export const alwaysClosed = { timezone: 'Europe/London', week: {}, exceptions: [] };
