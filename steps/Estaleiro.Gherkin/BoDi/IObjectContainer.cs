namespace Estaleiro.Gherkin.BoDi;

/// <summary>Creates objects by their constructors and keeps one of each. A scenario's container falls back on its feature's, and that on the run's.</summary>
public interface IObjectContainer
{
    /// <summary>Has <typeparamref name="TType"/> made wherever <typeparamref name="TInterface"/> is asked for.</summary>
    /// <exception cref="ObjectContainerException">One was handed out already.</exception>
    void RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface;

    /// <summary>Hands out <paramref name="instance"/> wherever <typeparamref name="TInterface"/> is asked for, here and in the containers below.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="name">Tells several of one type apart.</param>
    /// <param name="dispose">Whether the container disposes it.</param>
    /// <exception cref="ObjectContainerException">One was handed out already.</exception>
    void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class;

    /// <summary>Hands out <paramref name="instance"/> wherever <paramref name="interfaceType"/> is asked for.</summary>
    /// <exception cref="ObjectContainerException">One was handed out already.</exception>
    void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false);

    /// <summary>Has <paramref name="factoryDelegate"/> make the object once, when first asked for.</summary>
    /// <exception cref="ObjectContainerException">One was handed out already.</exception>
    void RegisterFactoryAs<TInterface>(Func<IObjectContainer, TInterface> factoryDelegate, string? name = null);

    /// <summary>Has <paramref name="factoryDelegate"/> make the object once, when first asked for.</summary>
    /// <exception cref="ObjectContainerException">One was handed out already.</exception>
    void RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null);

    /// <summary>The object of a type; made if need be.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made; the message says why.</exception>
    T Resolve<T>();

    /// <summary>The object registered under a name.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made; the message says why.</exception>
    T Resolve<T>(string? name);

    /// <summary>The object of a type; made if need be.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made; the message says why.</exception>
    object Resolve(Type typeToResolve, string? name = null);

    /// <summary>Every object registered for a type, here and above.</summary>
    IEnumerable<T> ResolveAll<T>()
        where T : class;

    /// <summary>Whether a type is registered here or above.</summary>
    bool IsRegistered<T>(string? name = null);

    /// <summary>Whether a type is registered here or above.</summary>
    bool IsRegistered(Type type, string? name = null);
}
