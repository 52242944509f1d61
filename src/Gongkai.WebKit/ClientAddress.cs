using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Gongkai.WebKit;

/// <summary>限次数时，把哪些来访算作同一个地址。</summary>
public static class ClientAddress
{
    /// <summary>IPv4 取全部，IPv6 取前 64 位：一户人家通常有整整一段。</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }
}
