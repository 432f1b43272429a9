namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>The published example.</summary>
internal static class QuentliExample
{
    /// <summary>The body of the published request, to the letter.</summary>
    public const string Body =
        """
        {
          "input": {
            "data": {
              "name": "Juan Perez",
              "email": "juan@example.com",
              "phoneNumber": "+525512345678",
              "password": "S3curePassw0rd!",
              "username": "juan_perez_01",
              "tags": [
                "VIP",
                "Colegiatura"
              ],
              "tosIp": "189.203.12.45",
              "secondaryPhoneNumber": "+525598765432",
              "acceptedServiceAgreement": true,
              "skipTaxInvoice": false,
              "signature": "signed-by-customer",
              "assigneeId": "cmab12cd3000x1a2b3c4d5e6f",
              "optedOutWhatsappAt": "2025-01-15T10:30:00.000Z",
              "hasChangedPassword": true,
              "phoneNumberVerified": true,
              "emailVerified": true,
              "replyWithAssistant": false,
              "metadata": [
                {
                  "key": "studentId",
                  "value": "A-1029"
                }
              ],
              "meta": {
                "grade": "5A"
              }
            },
            "otp": "123456"
          }
        }
        """;

    /// <summary>A new customer with every member that one can have, and values that no other example has.</summary>
    public const string NewCustomer =
        """
        {
          "input": {
            "name": "Lucia Torres",
            "username": "lucia_torres_01",
            "email": "lucia.torres@example.com",
            "phoneNumber": "+525587654301",
            "secondaryPhoneNumber": "+525587654302",
            "acceptedServiceAgreement": true,
            "skipTaxInvoice": false,
            "assigneeId": "cmab12cd3000x1a2b3c4d5e6f",
            "optedOutWhatsappAt": "2025-01-15T10:30:00.000Z",
            "metadata": [
              {
                "key": "studentId",
                "value": "A-1030"
              }
            ],
            "tags": [
              "Colegiatura"
            ]
          }
        }
        """;
}
