import { Module } from '@nestjs/common';
import { OrganisationsModule } from '@plenary/organisations/server';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { CommentSubjects } from './comment-subjects.js';

@Module({
  imports: [OrganisationsModule],
  controllers: [CommentsController],
  providers: [CommentsRepository, CommentsService, CommentSubjects],
})
export class CommentsModule {}
