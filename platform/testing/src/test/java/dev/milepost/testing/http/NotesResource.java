package dev.milepost.testing.http;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SALES_OPS)
class NotesResource {
  private final Notes notes;

  NotesResource(Notes notes) {
    this.notes = notes;
  }

  @POST
  @Idempotent
  @Operation(operationId = "createNote", summary = "Write a note")
  @APIResponse(
      responseCode = "201",
      description = "The note as it was written.",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response create(@NotNull @Valid NoteDraft draft) {
    NoteView note = notes.add(draft);
    return Response.created(URI.create("/v1/notes/" + note.id())).entity(note).build();
  }

  @GET
  @Operation(operationId = "listNotes", summary = "All notes, oldest first")
  public Page<NoteView> list(
      @QueryParam("after") @Nullable Instant after,
      @QueryParam("kind") NoteDraft.@Nullable Kind kind,
      @QueryParam("title") @Nullable @Size(max = 10) String title,
      @BeanParam PageRequest page) {
    return notes.page(page);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "readNote", summary = "One note")
  public NoteView read(@PathParam("id") long id) {
    return notes.read(id);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "changeNote", summary = "Write a note anew")
  public NoteView change(
      @PathParam("id") long id, @BeanParam IfMatch ifMatch, @NotNull @Valid NoteDraft draft) {
    return notes.change(id, ifMatch, draft);
  }

  @POST
  @Path("{id}/lock")
  @Operation(operationId = "lockNote", summary = "Lock a note")
  @APIResponse(responseCode = "204", description = "The note is locked.")
  @APIResponse(responseCode = "409", description = "The note is locked already.")
  public void lock(@PathParam("id") long id) {
    throw ProblemException.of(NoteProblem.NOTE_LOCKED, id);
  }

  @GET
  @Path("broken")
  @Operation(hidden = true)
  public NoteView broken() {
    throw new IllegalStateException("SELECT secret FROM vault");
  }
}
