namespace Estaleiro.Steps.Workloads;

/// <summary>Writes a line of a <see cref="Diary{TObject, TNote}"/>.</summary>
/// <param name="type">The watch's word for the change (<c>ADDED</c>); null for an object that was there when the diary began.</param>
/// <param name="before">The object before the change; null where it was not known.</param>
/// <param name="now">The object.</param>
/// <param name="all">All objects that are there with the change.</param>
/// <typeparam name="TObject">The kind.</typeparam>
/// <typeparam name="TNote">The line.</typeparam>
public delegate TNote NoteWriter<TObject, out TNote>(string? type, TObject? before, TObject now, IReadOnlyCollection<TObject> all);
