using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Estaleiro.Steps.Scenarios;

/// <summary>Client certificates that name a cluster administrator (group <c>system:masters</c>).</summary>
public static class ClientCertificates
{
    private const string Administrator = "O=system:masters, CN=system:admin";

    /// <summary>One that an authority signed of which the cluster knows nothing.</summary>
    public static X509Certificate2 FromAForeignAuthority()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a-foreign-authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        using var authority = request.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
        return SignedBy(authority, now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>One that an authority signed for a time.</summary>
    /// <param name="authority">The authority's certificate, with its key.</param>
    /// <param name="from">From when it is valid.</param>
    /// <param name="until">Until when it is valid.</param>
    public static X509Certificate2 SignedBy(X509Certificate2 authority, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Administrator, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));

        // Made by generator and name: a fresh cluster's authority is younger than a certificate that has expired already.
        using var authorityKey = authority.GetECDsaPrivateKey() ?? throw new NotSupportedException("The authority's key is no elliptic curve key.");
        using var certificate = request.Create(
            authority.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey), from, until, RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }
}
