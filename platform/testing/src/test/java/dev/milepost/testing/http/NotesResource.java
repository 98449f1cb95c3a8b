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
  public Response create(@NotNull @Valid NoteDraft draft) {
    NoteView note = notes.add(draft);
    return Response.created(URI.create("/v1/notes/" + note.id())).entity(note).build();
  }

  @GET
  public Page<NoteView> list(
      @QueryParam("after") @Nullable Instant after,
      @QueryParam("kind") NoteDraft.@Nullable Kind kind,
      @QueryParam("title") @Nullable @Size(max = 10) String title,
      @BeanParam PageRequest page) {
    return notes.page(page);
  }

  @GET
  @Path("{id}")
  public NoteView read(@PathParam("id") long id) {
    return notes.read(id);
  }

  @PUT
  @Path("{id}")
  public NoteView change(
      @PathParam("id") long id, @BeanParam IfMatch ifMatch, @NotNull @Valid NoteDraft draft) {
    return notes.change(id, ifMatch, draft);
  }

  @POST
  @Path("{id}/lock")
  public void lock(@PathParam("id") long id) {
    throw ProblemException.of(NoteProblem.NOTE_LOCKED, id);
  }

  @GET
  @Path("broken")
  public NoteView broken() {
    throw new IllegalStateException("SELECT secret FROM vault");
  }
}
