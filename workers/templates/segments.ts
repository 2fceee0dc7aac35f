import { SegmentedMessage } from 'sms-segments-calculator'

/** How many SMS an operator bills for a text: 160 then 153 characters each in GSM-7, 70 then 67 in UCS-2. */
export const segmentsOf = (text: string): number => new SegmentedMessage(text).segmentsCount
