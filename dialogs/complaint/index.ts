import { defineFlow } from '../flow.ts';
import { awaitMore, awaitOffer, remindOfOffer, takeMore, takeOffer } from './after.ts';
import { askContact, skipContact, takeContact } from './contact.ts';
import { claimTicket } from './kinds.ts';
import { noteIntake } from './notes.ts';
import { askParcel, askProof, findRunning, skipParcel, skipProof, takeParcel, takeProof } from './parcel.ts';
import { askValue, checkSum, skipSum, skipValue, takeSum, takeUnknownValue, takeValue } from './price.ts';
import { register } from './register.ts';
import { type ComplaintSlots, readSlots } from './slots.ts';
import { askStory, skipStory, takeStory, takeUnknown } from './story.ts';
import { askEvidence, askRemedy, skipEvidence, skipRemedy, takeEvidence, takeRemedy } from './wishes.ts';

/**
 * Complaints, claims, suggestions and praise: one word begins it, at most five questions, each may be passed over, nothing said is
 * lost, and the end names a reference, what happens next and by when.
 */
export const complaint = defineFlow<ComplaintSlots>({
  id: 'complaint',
  intents: ['complaint', 'claim_compensation'],
  claims: claimTicket,
  notes: noteIntake,
  begin: readSlots,
  steps: [
    { id: 'known', enter: findRunning },
    { id: 'story', asked: 'story', enter: askStory, take: takeStory, takesFiles: true, unknown: takeUnknown, skip: skipStory },
    { id: 'parcel', asked: 'tracking_number', enter: askParcel, take: takeParcel, takesFiles: true, skip: skipParcel },
    { id: 'running', enter: findRunning },
    { id: 'proof', asked: 'last_four', enter: askProof, take: takeProof, takesFiles: true, skip: skipProof },
    { id: 'remedy', asked: 'wish', enter: askRemedy, take: takeRemedy, takesFiles: true, skip: skipRemedy },
    { id: 'value', asked: 'amount', enter: askValue, take: takeValue, takesFiles: true, unknown: takeUnknownValue, skip: skipValue },
    { id: 'sum', asked: 'confirm', enter: checkSum, take: takeSum, takesFiles: true, skip: skipSum },
    { id: 'evidence', asked: 'files', enter: askEvidence, take: takeEvidence, takesFiles: true, skip: skipEvidence },
    { id: 'contact', asked: 'phone', enter: askContact, take: takeContact, takesFiles: true, skip: skipContact },
    { id: 'register', enter: register, isFinal: true },
    { id: 'offer', asked: 'offer', enter: awaitOffer, take: takeOffer, takesFiles: true, resume: remindOfOffer, isOptional: true },
    { id: 'more', enter: awaitMore, take: takeMore, takesFiles: true, isOptional: true },
  ],
});
