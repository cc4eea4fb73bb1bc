import { expect, test } from 'vitest';
import { meansSame } from './means-same.ts';

test.each([
  ['Where is my parcel?', 'where is my parcel'],
  ['when will my parcels arrive?', 'so when will the parcel arrive'],
  ['gdzie jest moja paczka i kurier', 'gdzie sa moje paczki, kurier?'],
  ['waar blijft mijn bestelde pakket', 'waar blijft het bestelde pakketje nou'],
  ['кога пристига поръчката', 'кога ще пристига поръчка'],
])('%s is %s', (a, b) => {
  expect(meansSame(a, b)).toBe(true);
});

test.each([
  ['yes', 'yes'],
  ['hello', 'hello'],
  ['', ''],
  ['where is my parcel', 'where is my refund'],
  ['cancel my parcel', 'where is my parcel'],
  ['status of order 12345', 'status of order 54321'],
])('%s is not %s', (a, b) => {
  expect(meansSame(a, b)).toBe(false);
});
