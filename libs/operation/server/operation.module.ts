import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { OperationController } from './operation.controller.js';
import { OperationService } from './operation.service.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [OperationController],
  providers: [OperationService],
})
export class OperationModule {}
