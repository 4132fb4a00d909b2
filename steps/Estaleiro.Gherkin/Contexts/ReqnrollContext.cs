namespace Estaleiro.Gherkin;

/// <summary>A bag of values that lives as long as a run, feature, scenario or step.</summary>
public abstract class ReqnrollContext : Dictionary<string, object>
{
    private protected ReqnrollContext()
    {
    }

    /// <summary>The first error of the scenario (feature, run), null while there is none. After-hooks read it.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>Gets the value stored under its type's full name.</summary>
    public bool TryGetValue<TValue>(out TValue value) => TryGetValue(DefaultKey<TValue>(), out value);

    /// <summary>Gets the value stored under <paramref name="key"/>.</summary>
    /// <exception cref="InvalidCastException">The value has another type.</exception>
    public bool TryGetValue<TValue>(string key, out TValue value)
    {
        if (base.TryGetValue(key, out var found))
        {
            value = Unwrap<TValue>(found);
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Stores a value under its type's full name.</summary>
    public void Set<T>(T data) => Set(data, DefaultKey<T>());

    /// <summary>Stores a value under a key.</summary>
    public void Set<T>(T data, string key) => this[key] = data!;

    /// <summary>Stores a function that <see cref="Get{T}()"/> calls each time.</summary>
    public void Set<T>(Func<T> func) => this[DefaultKey<T>()] = func;

    /// <summary>The value stored under its type's full name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Get<T>() => Get<T>(DefaultKey<T>());

    /// <summary>The value stored under a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Get<T>(string key) => Unwrap<T>(this[key]);

    private static T Unwrap<T>(object value) => value is Func<T> factory ? factory() : (T)value;

    private static string DefaultKey<T>() => typeof(T).FullName!;
}
