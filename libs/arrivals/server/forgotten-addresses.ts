import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '@plenary/ground/server';

/**
 * ORG-28: names and addresses of people who never came have nobody who could erase them, so they are forgotten by
 * themselves: of an application that was refused a year after it was made, of an invitation half a year after its end.
 */
@Injectable()
export class ForgottenAddresses implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.add({
      what: 'applicants that were refused',
      forget: (tx, now) =>
        tx.query(
          `UPDATE application a SET applicant_name = '', applicant_email = '', note = ''
             FROM organisation o
            WHERE o.id = a.organisation_id AND o.state = 'refused' AND a.applicant_email <> ''
              AND a.confirmed_at < $1::timestamptz - interval '365 days'`,
          [now],
        ),
    });
    this.retention.add({
      what: 'addresses of invitations',
      forget: (tx, now) =>
        tx.query(
          `UPDATE invitation SET email = NULL, revoked_at = coalesce(revoked_at, $1::timestamptz)
            WHERE email IS NOT NULL AND expires_at < $1::timestamptz - interval '180 days'`,
          [now],
        ),
    });
  }
}
