/**
 * The campaign's own words, quoted exactly as they were published, line breaks and typographic quotes included.
 * A module and not a text file, so that the built server needs no file beside it.
 */
export const campaignAboutUs = `About Us

Resist, Reclaim, Realise: Migrant Rights are Human Rights

The great challenge we are facing: why do we need a campaign?

We are in unprecedented times, more difficult and challenging than any other. On the one hand, as civil society, we have helped to drive processes during the previous Global Fora on Migration and Development (GFMD) as well as the adoption of the Global Compact for Migration (GCM) in 2018. Human rights have been included on the global agenda for migration, and civil society has advanced in the past decades of international global governance to have seats ‘at the table.’

However, despite this progress in obtaining formal recognition of migrants’ rights within key global governance documents and processes, and the inclusion of civil society as a key stakeholder in the GFMD, the situation now feels more akin to an illusion. Why do we have these global agreements to prioritise migrant rights, humanitarian responses, protection and development, yet see the complete degradation of fundamental human rights, the increased weaponising of xenophobia and anti-migration rhetoric and violent attacks across the world? Why are we seeing people being detained and disappeared from their families and communities, borders being externalised to shirk international law, the increasing normalisation of hate speech against migrants, including by political leaders and policymakers, and genocide being allowed to happen? We have worked hard to be in a room that now has no weight, where these little-meaning spaces have been created for us to ‘feel’ heard, without being listened to.

In September 2025, we will have the 15th GFMD- the first time that we are able to gather as a global civil society in migration since we have entered this stage of global crisis. It is also the first time that we are able to gather together in nearly two years. Much has happened globally since we met at the last GFMD in January 2024. We cannot let this opportunity slip through our fingers. This Forum must be the launch for our push for change, a foundation for our solidarity and strength of intention for the next years- firstly to the next International Migration Review Forum (IMRF) in 2026, and then beyond. We must make a strong statement- to governments, partners and stakeholders, and to other civil society movements around the world.

Our Timeline:


Long-term (5-10 years) – this should be the foundation of all future campaigns and advocacy strategies in our foreseeable future.`;
